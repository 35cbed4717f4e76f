package energy.optibid.identity.internal.mail;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import energy.optibid.platform.WhileReady;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Sends what is in the queue, every few seconds. No transaction is open while the mail server is talked to. */
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class Courier {
    private static final Logger LOG = System.getLogger(Courier.class.getName());
    private static final int AT_ONCE = 20;

    @Inject
    MailRoom room;

    @Inject
    Settings settings;

    @Inject
    Environment environment;

    @Inject
    Clock clock;

    private boolean inTrouble;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void deliver() {
        try {
            SmtpSettings.of(settings, environment).map(SmtpMailer::new).ifPresent(this::deliver);
            inTrouble = false;
        } catch (InvalidSettingException e) {
            trouble("Mails wait: " + e.getMessage(), Optional.empty());
        } catch (RuntimeException e) {
            trouble("Mails wait: the database does not answer as it should", Optional.of(e));
        }
    }

    private void deliver(SmtpMailer mailer) {
        for (DueMail due : room.due(AT_ONCE)) {
            room.take(due).ifPresent(mail -> send(mailer, mail));
        }
    }

    private void send(SmtpMailer mailer, OutgoingMail mail) {
        try {
            mailer.send(mail, clock.instant());
            room.sent(mail);
            LOG.log(Level.DEBUG, "Mail {0} sent", mail.id());
        } catch (MessagingException e) {
            String why = String.valueOf(e.getMessage());
            LOG.log(
                    Level.WARNING,
                    "Mail {0} was not sent: {1}",
                    mail.id(),
                    why.lines().findFirst().orElse(""));
            room.failed(mail, why);
        }
    }

    /** Told once, not every few seconds. */
    private void trouble(String message, Optional<RuntimeException> cause) {
        if (!inTrouble) {
            inTrouble = true;
            cause.ifPresentOrElse(e -> LOG.log(Level.WARNING, message, e), () -> LOG.log(Level.WARNING, message));
        }
    }
}

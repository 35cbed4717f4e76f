package energy.optibid.identity.internal.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Hands single mails to a mail server. */
final class SmtpMailer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SmtpSettings settings;

    SmtpMailer(SmtpSettings settings) {
        this.settings = settings;
    }

    /** @throws MessagingException where the server did not take it */
    void send(OutgoingMail mail, Instant now) throws MessagingException {
        Session session = Session.getInstance(settings.properties());
        MimeMessage message = message(session, mail, now);
        try (Transport transport = session.getTransport("smtp")) {
            if (settings.user().isPresent()) {
                transport.connect(settings.user().get(), settings.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    // MimeMessage takes java.util.Date alone.
    @SuppressWarnings("JavaUtilDate")
    private MimeMessage message(Session session, OutgoingMail mail, Instant now) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from().text(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.template().subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.text().body(), UTF_8);
        message.saveChanges();
        return message;
    }
}

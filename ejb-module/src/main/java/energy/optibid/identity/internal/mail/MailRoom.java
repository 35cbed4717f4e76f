package energy.optibid.identity.internal.mail;

import energy.optibid.identity.internal.IdentitySettings;
import energy.optibid.platform.Tenancy;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hands out mails that are due, each to one node at a time, and notes what became of them; each in a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailRoom {
    private static final Logger LOG = System.getLogger(MailRoom.class.getName());

    /** Longer than an attempt with all its time-outs takes: a node that died in between leaves the mail to another. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int MAX_ATTEMPTS = 15;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int MAX_ERROR = 500;
    private static final String TAKE =
            "select * from mails where id = :id and organisation_id = :organisation for update skip locked";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Tenancy tenancy;

    @Inject
    Vault vault;

    @Inject
    IdentitySettings settings;

    @Inject
    Clock clock;

    /** Mails of any organisation that are to be sent now. */
    public List<DueMail> due(int most) {
        List<?> rows = entityManager
                .createNativeQuery("select id, organisation_id from optibid_due_mails(:now, :most)")
                .setParameter("now", clock.instant())
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DueMail((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** Takes a mail for a while; absent where another node has it, or it is of no use any more. */
    public Optional<OutgoingMail> take(DueMail due) {
        Instant now = clock.instant();
        return lock(due.id(), due.organisationId())
                .filter(mail -> mail.isDue(now))
                .flatMap(mail -> {
                    if (mail.isExpired(now)) {
                        mail.givenUp("expired before it could be sent");
                        LOG.log(Level.WARNING, "Mail " + due.id() + " expired before it could be sent");
                        return Optional.empty();
                    }
                    mail.taken(now.plus(LEASE));
                    return mail.sealedBody().map(secret -> mail.outgoing(open(due.id(), secret)));
                });
    }

    public void sent(OutgoingMail outgoing) {
        lock(outgoing).ifPresent(mail -> mail.sent(clock.instant(), settings.isDevelopment()));
    }

    /** Puts it off for twice as long as the last time, or gives it up. */
    public void failed(OutgoingMail outgoing, String why) {
        String error = why.length() <= MAX_ERROR ? why : why.substring(0, MAX_ERROR);
        lock(outgoing).ifPresent(mail -> {
            if (mail.attempts() >= MAX_ATTEMPTS) {
                mail.givenUp(error);
                LOG.log(
                        Level.ERROR,
                        "Mail {0} is given up after {1} attempts: {2}",
                        outgoing.id(),
                        mail.attempts(),
                        error);
            } else {
                mail.postponed(clock.instant().plus(pauseAfter(mail.attempts())), error);
            }
        });
    }

    static Duration pauseAfter(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MAX_ATTEMPTS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private MailText open(UUID mailId, byte[] secret) {
        return MailText.ofSealable(new String(vault.open(MailQueue.purpose(mailId), secret), StandardCharsets.UTF_8));
    }

    private Optional<MailEntity> lock(OutgoingMail mail) {
        return lock(mail.id(), mail.organisationId());
    }

    @SuppressWarnings("unchecked")
    private Optional<MailEntity> lock(UUID id, UUID organisationId) {
        tenancy.enter(organisationId);
        List<MailEntity> found = entityManager
                .createNativeQuery(TAKE, MailEntity.class)
                .setParameter("id", id)
                .setParameter("organisation", organisationId)
                .getResultList();
        return found.stream().findFirst();
    }
}

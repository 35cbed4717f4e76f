package energy.optibid.identity.internal.mail;

import energy.optibid.identity.EmailAddress;
import energy.optibid.identity.MailTemplate;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.IdentitySettings;
import energy.optibid.identity.internal.IssuedLink;
import energy.optibid.platform.Ids;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts mails into the table {@code mails}, in the caller's transaction, whose organisation they belong to. Their texts
 * are sealed. One address gets no more than {@code optibid.mail.hourly-per-recipient} in an hour and four times as many
 * in a day, whoever causes them.
 */
@ApplicationScoped
public class MailQueue {
    private static final int HOURS_OF_A_DAY = 4;
    private static final Duration KEPT = Duration.ofDays(7);

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Vault vault;

    @Inject
    IdentitySettings identity;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * Whether an address may get one more mail now. Of many who ask at once the first is told so, until the end of its
     * transaction: the others would not count its mail. They do not wait either, for that would hold connections.
     */
    public boolean mayGetMore(EmailAddress recipient) {
        if (!isFirst(recipient)) {
            return false;
        }
        int hourly = settings.number("optibid.mail.hourly-per-recipient", 1, 1000);
        Instant now = clock.instant();
        return sentTo(recipient, now.minus(Duration.ofHours(1))) < hourly
                && sentTo(recipient, now.minus(Duration.ofDays(1))) < (long) hourly * HOURS_OF_A_DAY;
    }

    /** A mail to a user with a link of theirs. */
    public void add(UserAccount user, MailTemplate template, IssuedLink link, boolean operatorSees) {
        Duration validFor = Duration.between(clock.instant(), link.expiresAt()).plusMinutes(1);
        MailText text =
                MailText.of(template, user.organisation(), identity.publicUrl(), Optional.of(link.url()), validFor, "");
        insert(
                user.organisation(),
                Optional.of(user.id()),
                user.email(),
                template,
                text,
                link.expiresAt(),
                operatorSees);
    }

    /** A mail to a user that only tells something. */
    public void add(UserAccount user, MailTemplate template) {
        add(user, template, "");
    }

    /**
     * A mail to a user that only tells something.
     *
     * @param details lines in the text
     */
    public void add(UserAccount user, MailTemplate template, String details) {
        insert(
                user.organisation(),
                Optional.of(user.id()),
                user.email(),
                template,
                plain(template, user.organisation(), details),
                clock.instant().plus(KEPT),
                false);
    }

    /** A mail of the platform to somebody who has no account. */
    public void add(Organisation platform, EmailAddress recipient, MailTemplate template) {
        insert(
                platform,
                Optional.empty(),
                recipient.text(),
                template,
                plain(template, platform, ""),
                clock.instant().plus(KEPT),
                true);
    }

    /** Whether a user got such a mail, or will get it, since an instant. */
    public boolean hasSince(UserAccount user, MailTemplate template, Instant since) {
        return (boolean) entityManager
                .createNativeQuery("select exists (select from mails where organisation_id = :organisation"
                        + " and user_id = :user and template = :template and created_at >= :since)")
                .setParameter("organisation", user.organisation().id())
                .setParameter("user", user.id())
                .setParameter("template", template.code())
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Takes back what waits for a user. */
    public void withdraw(UserAccount user) {
        entityManager
                .createNativeQuery("update mails set state = 'given-up', sealed_body = null, last_error = 'withdrawn'"
                        + " where organisation_id = :organisation and user_id = :user and state = 'waiting'")
                .setParameter("organisation", user.organisation().id())
                .setParameter("user", user.id())
                .executeUpdate();
    }

    static String purpose(UUID mailId) {
        return "mail/" + mailId;
    }

    private MailText plain(MailTemplate template, Organisation organisation, String details) {
        return MailText.of(template, organisation, identity.publicUrl(), Optional.empty(), Duration.ZERO, details);
    }

    private boolean isFirst(EmailAddress recipient) {
        return (boolean) entityManager
                .createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('optibid.mail.' || :recipient, 0))")
                .setParameter("recipient", recipient.text())
                .getSingleResult();
    }

    private long sentTo(EmailAddress recipient, Instant since) {
        return ((Number) entityManager
                        .createNativeQuery("select optibid_mails_to(:recipient, :since)")
                        .setParameter("recipient", recipient.text())
                        .setParameter("since", since)
                        .getSingleResult())
                .longValue();
    }

    private void insert(
            Organisation organisation,
            Optional<UUID> userId,
            String recipient,
            MailTemplate template,
            MailText text,
            Instant expiresAt,
            boolean operatorSees) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        entityManager
                .createNativeQuery(
                        "insert into mails (id, organisation_id, user_id, recipient, template, sealed_body,"
                                + " shown_to, state, next_attempt_at, created_at, expires_at) values (:id, :organisation,"
                                + " cast(nullif(:user, '') as uuid), :recipient, :template, :body, :shown, 'waiting', :now, :now, :expires)")
                .setParameter("id", id)
                .setParameter("organisation", organisation.id())
                .setParameter("user", userId.map(UUID::toString).orElse(""))
                .setParameter("recipient", recipient)
                .setParameter("template", template.code())
                .setParameter("body", vault.seal(purpose(id), text.sealable().getBytes(StandardCharsets.UTF_8)))
                .setParameter("shown", operatorSees ? "operator" : "administrator")
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .executeUpdate();
    }
}

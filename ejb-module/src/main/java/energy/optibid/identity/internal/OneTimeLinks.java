package energy.optibid.identity.internal;

import energy.optibid.identity.LinkRefusedException;
import energy.optibid.identity.UserAccount;
import energy.optibid.platform.Ids;
import energy.optibid.platform.SecretToken;
import energy.optibid.platform.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The table {@code one_time_links}. A link holds 256 random bits behind the page's {@code #}, which browsers send to no
 * server and no log; the table holds their SHA-256.
 */
@ApplicationScoped
public class OneTimeLinks {
    /** Known to the command that makes the first operator. */
    static final String PREFIX = "obl";

    private static final String OPEN_OF_USER =
            " where organisation_id = :organisation and user_id = :user and purpose = :purpose and used_at is null";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Tenancy tenancy;

    @Inject
    IdentitySettings settings;

    @Inject
    Clock clock;

    /** Makes a link for a user of the transaction's organisation, besides those that there are. */
    public IssuedLink issue(UserAccount user, LinkPurpose purpose) {
        SecretToken secret = SecretToken.next(PREFIX);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(purpose.validFor());
        ofUser(
                        "insert into one_time_links"
                                + " (id, organisation_id, user_id, purpose, token_sha256, created_at, expires_at)"
                                + " values (:id, :organisation, :user, :purpose, :sha, :now, :expires)",
                        user.organisation().id(),
                        user.id(),
                        purpose)
                .setParameter("id", Ids.next())
                .setParameter("sha", secret.sha256())
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .executeUpdate();
        String url = settings.publicUrl() + "/#/" + purpose.code() + "?token=" + secret.text();
        return new IssuedLink(url, expiresAt);
    }

    /** Ends what links a user has for a purpose. */
    public void end(UserAccount user, LinkPurpose purpose) {
        end(user.organisation().id(), user.id(), purpose);
    }

    /**
     * Enters the transaction for the organisation of a link and uses it up, with all others of its user for the same.
     *
     * @return the user whose link it is
     * @throws LinkRefusedException where it is not valid for that purpose now
     */
    public UUID redeem(String token, LinkPurpose purpose) {
        byte[] sha256 = SecretToken.parse(PREFIX, token)
                .orElseThrow(LinkRefusedException::new)
                .sha256();
        Object[] place = one(entityManager
                .createNativeQuery("select id, organisation_id from optibid_one_time_link(:sha)")
                .setParameter("sha", sha256));
        UUID organisationId = (UUID) place[1];
        tenancy.enter(organisationId);
        Object[] link = one(entityManager
                .createNativeQuery("select user_id, id from one_time_links where id = :id and purpose = :purpose"
                        + " and used_at is null and expires_at > :now for update")
                .setParameter("id", place[0])
                .setParameter("purpose", purpose.code())
                .setParameter("now", clock.instant()));
        UUID userId = (UUID) link[0];
        end(organisationId, userId, purpose);
        return userId;
    }

    private void end(UUID organisationId, UUID userId, LinkPurpose purpose) {
        ofUser("update one_time_links set used_at = :now" + OPEN_OF_USER, organisationId, userId, purpose)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private Query ofUser(String sql, UUID organisationId, UUID userId, LinkPurpose purpose) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("organisation", organisationId)
                .setParameter("user", userId)
                .setParameter("purpose", purpose.code());
    }

    private static Object[] one(Query query) {
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) {
            throw new LinkRefusedException();
        }
        return (Object[]) rows.get(0);
    }
}

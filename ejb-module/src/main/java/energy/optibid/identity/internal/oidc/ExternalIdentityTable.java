package energy.optibid.identity.internal.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code external_identities}, for the organisation that the transaction is entered for. */
@ApplicationScoped
public class ExternalIdentityTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** The user who is this subject. */
    public Optional<UUID> user(UUID organisationId, String issuer, String subject) {
        List<?> rows = of(
                        "select user_id from external_identities where organisation_id = :organisation"
                                + " and issuer = :issuer and subject = :subject",
                        organisationId,
                        issuer,
                        subject)
                .getResultList();
        return rows.stream().findFirst().map(UUID.class::cast);
    }

    /** The user of the organisation with this address, which is in lower case. */
    public Optional<UUID> userWithEmail(UUID organisationId, String email) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select id from users where organisation_id = :organisation and email = :email", UUID.class)
                .setParameter("organisation", organisationId)
                .setParameter("email", email)
                .getResultList();
        return rows.stream().findFirst().map(UUID.class::cast);
    }

    /** Whether anybody has this address, whatever the transaction is entered for. */
    public boolean isKnown(String email) {
        return !entityManager
                .createNativeQuery("select id from optibid_user_by_email(:email)")
                .setParameter("email", email)
                .getResultList()
                .isEmpty();
    }

    /** From now on the user is this subject, and no other at this issuer. */
    public void link(UUID organisationId, String issuer, String subject, UUID userId) {
        entityManager
                .createNativeQuery("delete from external_identities where organisation_id = :organisation"
                        + " and user_id = :user and issuer = :issuer")
                .setParameter("organisation", organisationId)
                .setParameter("user", userId)
                .setParameter("issuer", issuer)
                .executeUpdate();
        of(
                        "insert into external_identities (organisation_id, issuer, subject, user_id, linked_at,"
                                + " last_log_in_at) values (:organisation, :issuer, :subject, :user, :now, :now)",
                        organisationId,
                        issuer,
                        subject)
                .setParameter("user", userId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    public void used(UUID organisationId, String issuer, String subject) {
        of(
                        "update external_identities set last_log_in_at = :now where organisation_id = :organisation"
                                + " and issuer = :issuer and subject = :subject",
                        organisationId,
                        issuer,
                        subject)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private Query of(String sql, UUID organisationId, String issuer, String subject) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("organisation", organisationId)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject);
    }
}

package energy.optibid.identity.internal.retention;

import energy.optibid.identity.internal.FoundUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Finds across organisations what has been kept long enough, and deletes it within one; passes by what others hold. */
@ApplicationScoped
public class RetentionTable {
    private static final String OF_USER = " where organisation_id = :organisation and user_id = :user";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    List<FoundUser> unverifiedRegistrations(Instant before, int most) {
        List<?> rows = entityManager
                .createNativeQuery("select id, organisation_id from optibid_unverified_registrations(:before, :most)")
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new FoundUser((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<UUID> organisationsWithOldMails(Instant links, Instant sent, Instant unsent, int most) {
        return entityManager
                .createNativeQuery(
                        "select o from optibid_organisations_with_old_mails(:links, :sent, :unsent, :most) o",
                        UUID.class)
                .setParameter("links", links)
                .setParameter("sent", sent)
                .setParameter("unsent", unsent)
                .setParameter("most", most)
                .getResultList();
    }

    /** Locks a registration that nobody verified; false where it was renewed meanwhile, or somebody is just at it. */
    boolean lockUnverified(UUID organisationId, UUID userId, Instant before) {
        return !ofUser(
                        "select 1 from users u where u.organisation_id = :organisation and u.id = :user"
                                + " and u.status = 'invited' and u.password_hash is not null and u.created_at < :before"
                                + " and not exists (select from one_time_links l where l.organisation_id = :organisation"
                                + " and l.user_id = :user and l.expires_at >= :before) for update skip locked",
                        organisationId,
                        userId)
                .setParameter("before", before)
                .getResultList()
                .isEmpty();
    }

    void deleteMailsAndLinks(UUID organisationId, UUID userId) {
        ofUser("delete from mails" + OF_USER, organisationId, userId).executeUpdate();
        ofUser("delete from one_time_links" + OF_USER, organisationId, userId).executeUpdate();
    }

    int deleteLinks(UUID organisationId, Instant before, int most) {
        return delete("one_time_links", "expires_at < :before order by expires_at", organisationId, before, most);
    }

    int deleteSentMails(UUID organisationId, Instant before, int most) {
        return delete("mails", "state = 'sent' and sent_at < :before order by sent_at", organisationId, before, most);
    }

    int deleteUnsentMails(UUID organisationId, Instant before, int most) {
        String old = "state <> 'sent' and expires_at < :before order by expires_at";
        return delete("mails", old, organisationId, before, most);
    }

    private int delete(String table, String old, UUID organisationId, Instant before, int most) {
        return entityManager
                .createNativeQuery(
                        "delete from " + table + " where organisation_id = :organisation and id in (select id"
                                + " from " + table + " where organisation_id = :organisation and " + old
                                + " limit :most for update skip locked)")
                .setParameter("organisation", organisationId)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    private Query ofUser(String sql, UUID organisationId, UUID userId) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("organisation", organisationId)
                .setParameter("user", userId);
    }
}

package energy.optibid.portfolio.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.UUID;

/** Names that only one of the living has: of two who take one at the same moment, the unique index refuses one. */
final class UniqueNames {
    private static final String UNIQUE_VIOLATION = "23505";

    private UniqueNames() {}

    /** @throws NameTakenException where another transaction has just taken the name */
    static void flush(EntityManager entityManager) {
        try {
            entityManager.flush();
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    throw new NameTakenException(e);
                }
            }
            throw e;
        }
    }

    /** Whether another living one has the name. */
    static boolean isTaken(
            EntityManager entityManager, Class<?> entity, UUID organisationId, String name, UUID butNot) {
        return !entityManager
                .createQuery(
                        "select e.id from " + entity.getSimpleName() + " e where e.organisationId = :organisation"
                                + " and e.name = :name and e.deletedAt is null and e.id <> :id",
                        UUID.class)
                .setParameter("organisation", organisationId)
                .setParameter("name", name)
                .setParameter("id", butNot)
                .getResultList()
                .isEmpty();
    }
}

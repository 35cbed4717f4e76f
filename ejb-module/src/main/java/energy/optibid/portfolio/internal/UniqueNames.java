package energy.optibid.portfolio.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Two of the same name at the same moment: one of them is refused by the unique index. */
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
}

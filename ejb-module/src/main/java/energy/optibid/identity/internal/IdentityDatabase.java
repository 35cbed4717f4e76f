package energy.optibid.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;

/** The JDBC connection of the current JTA transaction. */
@ApplicationScoped
public class IdentityDatabase {

    /** Work on a connection that it neither closes nor commits. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work that gives nothing back. */
    @FunctionalInterface
    public interface Action {
        void on(Connection connection) throws SQLException;
    }

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /** Does the work within the caller's transaction. */
    public <T> T get(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }

    /** Does the work within the caller's transaction. */
    public void run(Action action) {
        entityManager.unwrap(Session.class).doWork(action::on);
    }
}

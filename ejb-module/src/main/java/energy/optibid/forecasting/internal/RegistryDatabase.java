package energy.optibid.forecasting.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;

/** The JDBC connection of the caller's transaction. */
@ApplicationScoped
public class RegistryDatabase {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /** Work on a connection that is in a transaction; commits nothing. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> T with(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }
}

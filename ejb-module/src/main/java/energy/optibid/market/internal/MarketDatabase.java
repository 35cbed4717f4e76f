package energy.optibid.market.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;

/** The JDBC connection of the current JTA transaction. */
@ApplicationScoped
public class MarketDatabase {

    /** Work on a connection that it neither closes nor commits. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /** Does the work within the caller's transaction. */
    public <T> T read(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }
}

package energy.optibid.analytics.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.hibernate.Session;

/** The JDBC connection of the current JTA transaction. */
@ApplicationScoped
public class AnalyticsDatabase implements Reading {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /** Does the work within the caller's transaction. */
    @Override
    public <T> T read(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }
}

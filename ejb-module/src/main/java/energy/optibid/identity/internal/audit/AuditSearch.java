package energy.optibid.identity.internal.audit;

import energy.optibid.identity.AuditQuery;
import energy.optibid.identity.AuditedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Looks entries up within the caller's transaction. */
@ApplicationScoped
public class AuditSearch {

    /** Work on a connection that it neither closes nor commits. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    public List<AuditedEntry> find(UUID organisationId, AuditQuery query, int limit, Optional<UUID> after) {
        return reading(connection -> new AuditEntriesQuery(connection, organisationId, query).find(limit, after));
    }

    public boolean hasMoreThan(UUID organisationId, AuditQuery query, int most) {
        return reading(connection -> new AuditEntriesQuery(connection, organisationId, query).hasMoreThan(most));
    }

    public <T> T reading(Work<T> work) {
        return entityManager.unwrap(Session.class).doReturningWork(work::on);
    }
}

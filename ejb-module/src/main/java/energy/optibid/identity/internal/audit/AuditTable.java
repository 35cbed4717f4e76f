package energy.optibid.identity.internal.audit;

import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes to {@code audit_entries}, and tells the sealer what waits for it. */
@ApplicationScoped
public class AuditTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public void insert(Actor actor, AuditedChange change) {
        UUID id = Ids.next();
        entityManager.persist(new AuditEntry(id, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, change));
        entityManager.persist(new UnsealedEntry(actor.organisationId(), id));
    }
}

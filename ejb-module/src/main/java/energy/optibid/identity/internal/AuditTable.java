package energy.optibid.identity.internal;

import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** The table {@code audit_entries}. */
@ApplicationScoped
public class AuditTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    public void insert(
            Actor actor,
            String action,
            String subjectType,
            String subjectId,
            Optional<String> oldJson,
            Optional<String> newJson) {
        AuditEntry entry =
                new AuditEntry(Ids.next(), actor.organisationId(), clock.instant(), action, subjectType, subjectId);
        if (!actor.isSystem()) {
            entry.by(actor.userId());
        }
        oldJson.ifPresent(entry::oldValues);
        newJson.ifPresent(entry::newValues);
        entityManager.persist(entry);
    }
}

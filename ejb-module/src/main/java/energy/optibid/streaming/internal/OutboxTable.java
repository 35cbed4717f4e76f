package energy.optibid.streaming.internal;

import energy.optibid.platform.Ids;
import energy.optibid.streaming.EventAppended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The table {@code outbox_events}. */
@ApplicationScoped
public class OutboxTable {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    Event<EventAppended> appended;

    public void append(
            Optional<UUID> organisationId, String type, String aggregateType, String aggregateId, String payloadJson) {
        entityManager.persist(new OutboxEvent(
                Ids.next(),
                organisationId.orElse(null),
                type,
                aggregateType,
                aggregateId,
                clock.instant(),
                payloadJson));
        appended.fire(new EventAppended());
    }
}

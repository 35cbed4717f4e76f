package energy.optibid.streaming;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A domain event that was committed, with its place in the log.
 *
 * @param position place in the log, ascending with gaps; of two events of one aggregate the later has the greater one
 * @param id the same wherever the event appears: who has applied it knows it again by this
 * @param organisationId whose event it is; absent for events of the platform
 * @param type in the past tense, for example {@code PricesImported}
 * @param aggregateType what changed, for example {@code bid-run}
 * @param aggregateId which one changed
 * @param occurredAt when, by the clock of the node that appended it
 * @param payloadJson a JSON object, described in docs/reference/events.md
 */
public record LoggedEvent(
        long position,
        UUID id,
        Optional<UUID> organisationId,
        String type,
        String aggregateType,
        String aggregateId,
        Instant occurredAt,
        String payloadJson) {}

package energy.optibid.identity;

import energy.optibid.platform.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the audit trail.
 *
 * @param userId absent where OptiBid itself acted or nobody was logged in
 * @param userEmail the user's address today, absent where there is none any more
 * @param outcome {@code success} or {@code refused}
 * @param oldJson a JSON object of the values before, secrets masked
 * @param newJson a JSON object of the values after, or of an event's details, secrets masked
 * @param sequence the place in the chain, absent until it is sealed
 */
public record AuditedEntry(
        UUID id,
        Instant at,
        Optional<UUID> userId,
        Optional<String> userEmail,
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        Origin origin,
        Optional<String> oldJson,
        Optional<String> newJson,
        Optional<Long> sequence) {}

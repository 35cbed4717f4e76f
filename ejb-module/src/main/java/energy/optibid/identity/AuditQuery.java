package energy.optibid.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries of the audit trail are looked for; what is absent does not matter.
 *
 * @param from the earliest instant
 * @param to the first instant after them
 * @param action exactly, for example {@code asset.create}
 * @param subjectId only together with the type of the subject
 */
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> action,
        Optional<UUID> userId,
        Optional<String> subjectType,
        Optional<String> subjectId) {

    public AuditQuery {
        if (subjectId.isPresent() && subjectType.isEmpty()) {
            throw new IllegalArgumentException("A subject is named by its type and its id");
        }
    }
}

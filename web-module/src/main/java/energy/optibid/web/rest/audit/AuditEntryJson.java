package energy.optibid.web.rest.audit;

import energy.optibid.identity.AuditedEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the audit trail.
 *
 * @param userId absent where OptiBid itself acted or nobody was logged in
 * @param outcome {@code success} or {@code refused}
 * @param values before and after, secrets masked
 * @param sequence the place in the chain, absent until it is sealed
 */
public record AuditEntryJson(
        UUID id,
        Instant at,
        Optional<UUID> userId,
        Optional<String> userEmail,
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        String address,
        String userAgent,
        String requestId,
        List<ValueChangeJson> values,
        Optional<Long> sequence) {
    public AuditEntryJson {
        values = List.copyOf(values);
    }

    static AuditEntryJson of(AuditedEntry entry) {
        return new AuditEntryJson(
                entry.id(),
                entry.at(),
                entry.userId(),
                entry.userEmail(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.outcome(),
                entry.origin().address(),
                entry.origin().userAgent(),
                entry.origin().requestId(),
                ValueChangeJson.listOf(entry.oldJson(), entry.newJson()),
                entry.sequence());
    }
}

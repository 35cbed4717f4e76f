package energy.optibid.liquibase.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of {@code audit_entries}, all of its columns.
 *
 * @param atMicros microseconds since 1970 in UTC
 * @param userId absent for OptiBid itself and for who is not logged in
 * @param oldValues the text of the JSON as it is stored, to the character
 */
public record AuditRow(
        UUID id,
        UUID organisationId,
        Optional<UUID> userId,
        long atMicros,
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        String address,
        String userAgent,
        String requestId,
        Optional<String> oldValues,
        Optional<String> newValues) {

    /** What to select of {@code audit_entries e}, in the order in which {@link #read} expects it. */
    public static final String COLUMNS =
            "e.id, e.organisation_id, e.user_id, (extract(epoch from e.at) * 1000000)::bigint,"
                    + " e.action, e.subject_type, e.subject_id, e.outcome, e.address, e.user_agent, e.request_id,"
                    + " e.old_values::text, e.new_values::text";

    /** @param first the number of the first of {@link #COLUMNS}, which is not null */
    public static AuditRow read(ResultSet row, int first) throws SQLException {
        return new AuditRow(
                row.getObject(first, UUID.class),
                row.getObject(first + 1, UUID.class),
                Optional.ofNullable(row.getObject(first + 2, UUID.class)),
                row.getLong(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getString(first + 9),
                row.getString(first + 10),
                Optional.ofNullable(row.getString(first + 11)),
                Optional.ofNullable(row.getString(first + 12)));
    }
}

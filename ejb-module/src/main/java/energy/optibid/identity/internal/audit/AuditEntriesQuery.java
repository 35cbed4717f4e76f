package energy.optibid.identity.internal.audit;

import energy.optibid.identity.AuditQuery;
import energy.optibid.identity.AuditedEntry;
import energy.optibid.platform.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One search in the entries of one organisation, on a borrowed connection. */
final class AuditEntriesQuery {
    private static final String COLUMNS =
            "select e.id, e.at, e.user_id, u.email, e.action, e.subject_type, e.subject_id,"
                    + " e.outcome, e.address, e.user_agent, e.request_id, e.old_values::text, e.new_values::text, s.sequence"
                    + " from audit_entries e"
                    + " left join users u on u.id = e.user_id and u.organisation_id = e.organisation_id"
                    + " left join audit_seals s on s.organisation_id = e.organisation_id and s.entry_id = e.id";
    private static final String NEWEST_FIRST = " order by e.at desc, e.id desc limit ?";

    private final Connection connection;
    private final UUID organisationId;
    private final StringBuilder where = new StringBuilder(" where e.organisation_id = ?");
    private final List<Object> values = new ArrayList<>();

    AuditEntriesQuery(Connection connection, UUID organisationId, AuditQuery query) {
        this.connection = connection;
        this.organisationId = organisationId;
        values.add(organisationId);
        query.from().ifPresent(from -> and("e.at >= ?", instant(from)));
        query.to().ifPresent(to -> and("e.at < ?", instant(to)));
        query.action().ifPresent(action -> and("e.action = ?", action));
        query.userId().ifPresent(user -> and("e.user_id = ?", user));
        query.subjectType().ifPresent(type -> and("e.subject_type = ?", type));
        query.subjectId().ifPresent(id -> and("e.subject_id = ?", id));
    }

    List<AuditedEntry> find(int limit, Optional<UUID> after) throws SQLException {
        if (after.isPresent()) {
            Optional<OffsetDateTime> at = at(after.get());
            if (at.isEmpty()) {
                return List.of();
            }
            and("(e.at, e.id) < (?, ?)", at.get());
            values.add(after.get());
        }
        values.add(limit);
        try (PreparedStatement statement = prepare(sql());
                ResultSet rows = statement.executeQuery()) {
            List<AuditedEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    /** What {@link #find} asks for, without a cursor. */
    String sql() {
        return COLUMNS + where + NEWEST_FIRST;
    }

    boolean hasMoreThan(int most) throws SQLException {
        values.add(most + 1);
        try (PreparedStatement statement =
                        prepare("select count(*) from (select from audit_entries e" + where + " limit ?) counted");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getLong(1) > most;
        }
    }

    private void and(String condition, Object value) {
        where.append(" and ").append(condition);
        values.add(value);
    }

    private Optional<OffsetDateTime> at(UUID entryId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select at from audit_entries where organisation_id = ? and id = ?")) {
            statement.setObject(1, organisationId);
            statement.setObject(2, entryId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, OffsetDateTime.class)) : Optional.empty();
            }
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static OffsetDateTime instant(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditedEntry entry(ResultSet row) throws SQLException {
        return new AuditedEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                Optional.ofNullable(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                new Origin(row.getString(9), row.getString(10), row.getString(11)),
                Optional.ofNullable(row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                Optional.ofNullable(row.getObject(14, Long.class)));
    }
}

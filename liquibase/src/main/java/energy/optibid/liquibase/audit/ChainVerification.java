package energy.optibid.liquibase.audit;

import energy.optibid.liquibase.audit.ChainBreak.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifies chains on a borrowed connection that is in a transaction entered for the organisation. Streams: a million
 * entries take the memory of a thousand. While entries are written and sealed it reports no break that is none, because
 * each of its queries sees one state of the database.
 */
public final class ChainVerification {
    private static final int FETCH_SIZE = 1_000;
    private static final String CHAIN = "select " + ChainWalk.COLUMNS + ", " + AuditRow.COLUMNS
            + " from audit_seals s left join audit_entries e on e.organisation_id = s.organisation_id and e.id = s.entry_id"
            + " where s.organisation_id = ? order by s.sequence";
    private static final String UNSEALED = "select e.id, true from audit_entries e where e.organisation_id = ?"
            + " and not exists (select from audit_seals s where s.organisation_id = e.organisation_id and s.entry_id = e.id)"
            + " and not exists (select from audit_unsealed u where u.organisation_id = e.organisation_id"
            + " and u.entry_id = e.id) union all select u.entry_id, false from audit_unsealed u"
            + " where u.organisation_id = ? and not exists (select from audit_entries e"
            + " where e.organisation_id = u.organisation_id and e.id = u.entry_id) order by 1 limit 1";
    private static final String WAITING = "select entry_id, count(*) over () from audit_unsealed"
            + " where organisation_id = ? order by entry_id limit " + ChainReport.MAX_NAMED;

    private final Connection connection;
    private final SealKeys keys;

    /** @param keys to check the codes of the seals; may be empty, then the hashes alone are checked */
    public ChainVerification(Connection connection, SealKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /** @param expected a head that was noted elsewhere, which the chain must still have at its place */
    public ChainReport verify(UUID organisationId, Optional<ChainHead> expected) throws SQLException {
        ChainWalk walk = new ChainWalk(organisationId, keys, expected);
        Optional<ChainBreak> broken = walk(organisationId, walk);
        if (broken.isEmpty()) {
            broken = walk.end();
        }
        if (broken.isEmpty()) {
            broken = unsealedWithoutReason(organisationId);
        }
        List<UUID> waiting = new ArrayList<>();
        long unsealed = waiting(organisationId, waiting);
        return new ChainReport(organisationId, walk.sealed(), unsealed, waiting, walk.head(), broken, !keys.isEmpty());
    }

    private Optional<ChainBreak> walk(UUID organisationId, ChainWalk walk) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHAIN)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setObject(1, organisationId);
            try (ResultSet rows = statement.executeQuery()) {
                Optional<ChainBreak> broken = Optional.empty();
                while (broken.isEmpty() && rows.next()) {
                    broken = walk.step(rows);
                }
                return broken;
            }
        }
    }

    private Optional<ChainBreak> unsealedWithoutReason(UUID organisationId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNSEALED)) {
            statement.setObject(1, organisationId);
            statement.setObject(2, organisationId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(ChainBreak.of(
                                row.getBoolean(2) ? Kind.ENTRY_UNSEALED : Kind.WAITING_ENTRY_MISSING,
                                row.getObject(1, UUID.class)))
                        : Optional.empty();
            }
        }
    }

    private long waiting(UUID organisationId, List<UUID> oldest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setObject(1, organisationId);
            try (ResultSet rows = statement.executeQuery()) {
                long count = 0;
                while (rows.next()) {
                    oldest.add(rows.getObject(1, UUID.class));
                    count = rows.getLong(2);
                }
                return count;
            }
        }
    }
}

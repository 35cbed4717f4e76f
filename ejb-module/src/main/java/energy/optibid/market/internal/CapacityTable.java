package energy.optibid.market.internal;

import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.ProductionType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code installed_capacities}, for one zone. */
public final class CapacityTable {
    private final Connection connection;
    private final int zoneId;

    public CapacityTable(Connection connection, int zoneId) {
        this.connection = connection;
        this.zoneId = zoneId;
    }

    /** What an import changed. */
    record Counts(long stored, long unchanged, long revised) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /** What is there unchanged is left out, what differs becomes the next revision. */
    Counts store(UUID importId, List<InstalledCapacity> capacities) throws SQLException {
        String sql = """
                with latest as (
                    select valid_to, revision, capacity_mw from installed_capacities
                     where zone_id = ? and valid_from = ? and production_type = ? and known_at = ?
                     order by revision desc limit 1
                )
                insert into installed_capacities (zone_id, valid_from, production_type, known_at, valid_to, capacity_mw,
                       import_id, revision)
                select ?, ?, ?, ?, ?, ?, ?, coalesce((select revision + 1 from latest), 0)
                 where not exists (select from latest where valid_to = ? and capacity_mw = ?)
                returning revision
                """;
        long stored = 0;
        long revised = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (InstalledCapacity each : capacities) {
                bind(insert, importId, each);
                List<Integer> revision = Rows.list(insert, row -> row.getInt(1));
                stored += revision.contains(0) ? 1 : 0;
                revised += revision.isEmpty() || revision.contains(0) ? 0 : 1;
            }
        }
        return new Counts(stored, capacities.size() - stored - revised, revised);
    }

    private void bind(PreparedStatement insert, UUID importId, InstalledCapacity capacity) throws SQLException {
        bindKey(insert, 1, capacity);
        bindKey(insert, 5, capacity);
        insert.setObject(9, PriceTable.utc(capacity.to()));
        insert.setBigDecimal(10, capacity.capacityMw());
        insert.setObject(11, importId);
        insert.setObject(12, PriceTable.utc(capacity.to()));
        insert.setBigDecimal(13, capacity.capacityMw());
    }

    private void bindKey(PreparedStatement insert, int from, InstalledCapacity capacity) throws SQLException {
        insert.setInt(from, zoneId);
        insert.setObject(from + 1, PriceTable.utc(capacity.from()));
        insert.setString(from + 2, capacity.productionType().code());
        insert.setObject(from + 3, PriceTable.utc(capacity.knownAt()));
    }

    /** Of each production type the value for {@code at} that was known last, no later than {@code asOf}. */
    public List<InstalledCapacity> inForce(Instant at, Optional<Instant> asOf) throws SQLException {
        String sql = "select distinct on (production_type) production_type, valid_from, valid_to, capacity_mw, known_at"
                + " from installed_capacities where zone_id = ? and valid_from <= ? and valid_to > ?"
                + (asOf.isPresent() ? " and known_at <= ?" : "")
                + " order by production_type, known_at desc, revision desc";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, zoneId);
            select.setObject(2, PriceTable.utc(at));
            select.setObject(3, PriceTable.utc(at));
            if (asOf.isPresent()) {
                select.setObject(4, PriceTable.utc(asOf.get()));
            }
            return Rows.list(select, CapacityTable::capacity);
        }
    }

    private static InstalledCapacity capacity(ResultSet row) throws SQLException {
        return new InstalledCapacity(
                ProductionType.of(row.getString(1)).orElseThrow(),
                PriceTable.instant(row, 2),
                PriceTable.instant(row, 3),
                row.getBigDecimal(4),
                PriceTable.instant(row, 5));
    }
}

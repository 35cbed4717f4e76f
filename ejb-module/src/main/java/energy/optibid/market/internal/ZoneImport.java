package energy.optibid.market.internal;

import energy.optibid.market.ImportReport;
import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.internal.rows.RowChunk;
import energy.optibid.market.internal.rows.RowSink;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * What one file brings of one product and zone, within the caller's transaction: prices, fundamentals, installed
 * capacities, and the report, which counts those among the fundamentals.
 * While it goes on, no other import of the zone does.
 */
final class ZoneImport implements RowSink {
    private final Connection connection;
    private final Clock clock;
    private final String productCode;
    private final String zoneCode;
    private final MarketTables.Traded traded;
    private final SeriesTable.Stamp stamp;
    private final Instant startedAt;
    private final List<SeriesLoad> prices = new ArrayList<>();
    private final List<SeriesLoad> fundamentals = new ArrayList<>();
    private CapacityTable.Counts capacities = CapacityTable.Counts.NONE;

    private ZoneImport(
            Connection connection,
            Clock clock,
            String productCode,
            String zoneCode,
            MarketTables.Traded traded,
            SeriesTable.Stamp stamp) {
        this.connection = connection;
        this.clock = clock;
        this.productCode = productCode;
        this.zoneCode = zoneCode;
        this.traded = traded;
        this.stamp = stamp;
        this.startedAt = clock.instant();
    }

    /** Waits for another import of the zone; see {@link MarketTables#traded} for what it throws. */
    static ZoneImport begin(Connection connection, Clock clock, String productCode, String zoneCode, boolean simulated)
            throws SQLException {
        MarketTables.Traded traded = new MarketTables(connection).traded(productCode, zoneCode);
        UUID id = Ids.next();
        ZoneImport begun =
                new ZoneImport(connection, clock, productCode, zoneCode, traded, new SeriesTable.Stamp(id, simulated));
        begun.lockZone();
        return begun;
    }

    /** Two files for one zone at once would store one row twice, which the primary key refuses: one waits instead. */
    private void lockZone() throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtext('market-data-import'), ?)")) {
            lock.setInt(1, traded.zoneId());
            lock.execute();
        }
    }

    /** @param value which of a chunk's values is the price */
    SeriesLoad prices(int value) {
        SeriesLoad load = new SeriesLoad(connection, new SeriesTable.Prices(traded, stamp), value);
        prices.add(load);
        return load;
    }

    /** @param value which of a chunk's values is of that series */
    SeriesLoad fundamental(String series, int value) {
        SeriesTable table = new SeriesTable.Fundamentals(traded.zoneId(), series, stamp);
        SeriesLoad load = new SeriesLoad(connection, table, value);
        fundamentals.add(load);
        return load;
    }

    /** Stores them at once; for all of a file together. */
    void capacities(List<InstalledCapacity> ofZone) throws SQLException {
        capacities = new CapacityTable(connection, traded.zoneId()).store(stamp.importId(), ofZone);
    }

    private List<SeriesLoad> loads() {
        List<SeriesLoad> all = new ArrayList<>(prices);
        all.addAll(fundamentals);
        return all;
    }

    @Override
    public void accept(RowChunk chunk) throws SQLException {
        for (SeriesLoad load : loads()) {
            load.accept(chunk);
        }
    }

    /**
     * Where the rows came from.
     *
     * @param sha256 of the bytes as received, hexadecimal
     * @param bytes as received
     */
    record Source(String sha256, long bytes, long rows, Instant from, Instant to) {}

    /** Ends the loads and stores the report. */
    ImportReport finish(Actor actor, Source source) throws SQLException {
        for (SeriesLoad load : loads()) {
            load.finish();
        }
        ImportReport report = new ImportReport(
                stamp.importId(),
                productCode,
                zoneCode,
                actor.userId(),
                startedAt,
                clock.instant(),
                source.sha256(),
                source.bytes(),
                source.rows(),
                sum(prices, SeriesLoad::stored),
                sum(prices, SeriesLoad::unchanged),
                sum(prices, SeriesLoad::revised),
                sum(fundamentals, SeriesLoad::stored) + capacities.stored(),
                sum(fundamentals, SeriesLoad::unchanged) + capacities.unchanged(),
                sum(fundamentals, SeriesLoad::revised) + capacities.revised(),
                source.from(),
                source.to(),
                stamp.simulated());
        ImportTable imports = new ImportTable(connection);
        imports.insert(actor, traded, report);
        if (report.changesPrices()) {
            imports.changed(traded, report.id());
        }
        return report;
    }

    private static long sum(List<SeriesLoad> loads, ToLongFunction<SeriesLoad> count) {
        return loads.stream().mapToLong(count).sum();
    }
}

package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.RuleSet;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.internal.csv.CsvSeriesReader;
import energy.optibid.market.internal.csv.ImportLimits;
import energy.optibid.market.internal.csv.MappingCheck;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** Loads one file over a plain connection, without commit: the caller's transaction keeps all of it or nothing. */
public final class PriceLoader {
    private final Connection connection;
    private final Clock clock;
    private final ImportLimits limits;

    public PriceLoader(Connection connection, Clock clock, ImportLimits limits) {
        this.connection = connection;
        this.clock = clock;
        this.limits = limits;
    }

    /** Loads the file; see {@link energy.optibid.market.MarketDataImports#importCsv} for what it throws. */
    public ImportReport load(Actor actor, CsvMapping mapping, InputStream file) throws SQLException {
        Instant startedAt = clock.instant();
        MappingCheck.check(mapping);
        MarketTables tables = new MarketTables(connection);
        MarketTables.Traded traded = tables.traded(mapping.productCode(), mapping.zoneCode());
        List<RuleSet> rules = tables.allRules(mapping.productCode());
        if (rules.isEmpty()) {
            throw new UnknownProductException(mapping.productCode());
        }
        lockZone(traded);
        UUID id = Ids.next();
        List<SeriesLoad> loads = loads(mapping, traded, new SeriesTable.Stamp(id, mapping.simulated()));
        CsvSeriesReader.Summary summary = new CsvSeriesReader(mapping, rules, limits).read(file, chunk -> {
            for (SeriesLoad load : loads) {
                load.accept(chunk);
            }
        });
        for (SeriesLoad load : loads) {
            load.finish();
        }
        ImportReport report = report(id, actor, mapping, startedAt, summary, loads);
        new ImportTable(connection).insert(actor, traded, report);
        return report;
    }

    /** Two files for one zone at once would store one row twice, which the primary key refuses: one waits instead. */
    private void lockZone(MarketTables.Traded traded) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtext('market-data-import'), ?)")) {
            lock.setInt(1, traded.zoneId());
            lock.execute();
        }
    }

    private List<SeriesLoad> loads(CsvMapping mapping, MarketTables.Traded traded, SeriesTable.Stamp stamp) {
        List<SeriesTable> series = new ArrayList<>();
        mapping.priceColumn().ifPresent(column -> series.add(new SeriesTable.Prices(traded, stamp)));
        mapping.fundamentals()
                .forEach(f -> series.add(new SeriesTable.Fundamentals(traded.zoneId(), f.series(), stamp)));
        List<SeriesLoad> loads = new ArrayList<>();
        for (SeriesTable table : series) {
            loads.add(new SeriesLoad(connection, table, loads.size()));
        }
        return loads;
    }

    private ImportReport report(
            UUID id,
            Actor actor,
            CsvMapping mapping,
            Instant startedAt,
            CsvSeriesReader.Summary summary,
            List<SeriesLoad> loads) {
        int prices = mapping.priceColumn().isPresent() ? 1 : 0;
        List<SeriesLoad> ofPrices = loads.subList(0, prices);
        List<SeriesLoad> ofFundamentals = loads.subList(prices, loads.size());
        return new ImportReport(
                id,
                mapping.productCode(),
                mapping.zoneCode(),
                actor.userId(),
                startedAt,
                clock.instant(),
                summary.sha256(),
                summary.bytes(),
                summary.rows(),
                sum(ofPrices, SeriesLoad::stored),
                sum(ofPrices, SeriesLoad::unchanged),
                sum(ofPrices, SeriesLoad::revised),
                sum(ofFundamentals, SeriesLoad::stored),
                sum(ofFundamentals, SeriesLoad::unchanged),
                sum(ofFundamentals, SeriesLoad::revised),
                summary.from(),
                summary.to(),
                mapping.simulated());
    }

    private static long sum(List<SeriesLoad> loads, ToLongFunction<SeriesLoad> count) {
        return loads.stream().mapToLong(count).sum();
    }
}

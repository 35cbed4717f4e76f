package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.FundamentalColumn;
import energy.optibid.market.ImportReport;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.csv.CsvSeriesReader;
import energy.optibid.market.internal.csv.MappingCheck;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.platform.Actor;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Loads one CSV over a plain connection, without commit: the caller's transaction keeps all of it or nothing. */
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
        MappingCheck.check(mapping);
        ZoneImport into =
                ZoneImport.begin(connection, clock, mapping.productCode(), mapping.zoneCode(), mapping.simulated());
        List<RuleSet> rules = new MarketTables(connection).allRules(mapping.productCode());
        int value = 0;
        if (mapping.priceColumn().isPresent()) {
            into.prices(value++);
        }
        for (FundamentalColumn column : mapping.fundamentals()) {
            into.fundamental(column.series(), value++);
        }
        CsvSeriesReader.Summary summary = new CsvSeriesReader(mapping, rules, limits).read(file, into);
        return into.finish(
                actor,
                new ZoneImport.Source(summary.sha256(), summary.bytes(), summary.rows(), summary.from(), summary.to()));
    }
}

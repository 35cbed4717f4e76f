package energy.optibid.market.internal;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.ImportReport;
import energy.optibid.market.InstalledCapacity;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.entsoe.EntsoeReader;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RowChunk;
import energy.optibid.market.internal.rows.SeriesRows;
import energy.optibid.platform.Actor;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Loads one document over a plain connection, without commit: the caller's transaction keeps all of it or nothing. */
public final class EntsoeLoader {
    private final Connection connection;
    private final Clock clock;
    private final ImportLimits limits;

    public EntsoeLoader(Connection connection, Clock clock, ImportLimits limits) {
        this.connection = connection;
        this.clock = clock;
        this.limits = limits;
    }

    /** Loads the document; see {@link energy.optibid.market.MarketDataImports#importEntsoe} for what it throws. */
    public ImportReport load(Actor actor, String productCode, int sequence, InputStream file) throws SQLException {
        MarketTables markets = new MarketTables(connection);
        markets.requireProduct(productCode);
        List<RuleSet> rules = markets.allRules(productCode);
        EntsoeReader.Read read = new EntsoeReader(rules, sequence, limits).read(file);
        String zone = markets.zoneOfArea(read.area()).orElseThrow(() -> unknown(read.area()));
        ZoneImport into = ZoneImport.begin(connection, clock, productCode, zone, false);
        for (SeriesRows series : read.series()) {
            load(into, series);
        }
        into.capacities(read.capacities());
        return into.finish(actor, source(read));
    }

    private static ZoneImport.Source source(EntsoeReader.Read read) {
        List<SeriesRows> series = read.series();
        List<InstalledCapacity> capacities = read.capacities();
        return new ZoneImport.Source(
                read.sha256(),
                read.bytes(),
                series.stream().mapToLong(SeriesRows::size).sum() + capacities.size(),
                Stream.concat(
                                series.stream().map(each -> instant(each.firstStart())),
                                capacities.stream().map(InstalledCapacity::from))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                Stream.concat(
                                series.stream().map(each -> instant(each.lastEnd())),
                                capacities.stream().map(InstalledCapacity::to))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** Each series has chunks of its own, with its value alone. */
    private static void load(ZoneImport into, SeriesRows series) throws SQLException {
        SeriesLoad load =
                series.fundamental().map(name -> into.fundamental(name, 0)).orElseGet(() -> into.prices(0));
        for (RowChunk chunk : series.chunks()) {
            load.accept(chunk);
        }
    }

    private static ImportRefusedException unknown(String area) {
        String message = "No zone has the energy identification code " + area;
        return new ImportRefusedException(List.of(ImportFinding.ofFile(ImportErrorCode.AREA_UNKNOWN, message)), 1);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L));
    }
}

package energy.optibid.market.internal;

import energy.optibid.market.FileReport;
import energy.optibid.market.ImportReport;
import energy.optibid.market.MarketDataFile;
import energy.optibid.market.PriceFileKind;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.files.PriceFileReader;
import energy.optibid.market.internal.rows.ImportLimits;
import energy.optibid.market.internal.rows.RowChunk;
import energy.optibid.market.internal.rows.SeriesRows;
import energy.optibid.platform.Actor;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loads a file of many zones over a plain connection, without commit: the caller's transaction keeps all of it or nothing. */
public final class FileLoader {
    private final Connection connection;
    private final Clock clock;
    private final ImportLimits limits;

    public FileLoader(Connection connection, Clock clock, ImportLimits limits) {
        this.connection = connection;
        this.clock = clock;
        this.limits = limits;
    }

    /** Loads the file; see {@link energy.optibid.market.MarketDataImports#importFile} for what it throws. */
    public FileReport load(Actor actor, PriceFileKind kind, String productCode, InputStream file) throws SQLException {
        MarketTables markets = new MarketTables(connection);
        int productId = markets.requireProduct(productCode);
        List<RuleSet> rules = markets.allRules(productCode);
        PriceFileReader.Read read =
                new PriceFileReader(kind, rules, markets.zonesByName(productCode, kind), limits).read(file);
        List<ImportReport> imports = new ArrayList<>();
        // In the order of their codes, so that two files never wait for each other.
        for (Map.Entry<String, SeriesRows> zone : read.rowsByZone().entrySet()) {
            imports.add(load(actor, productCode, zone.getKey(), zone.getValue(), read));
        }
        MarketDataFile taken = new MarketDataFile(
                new UUID(0, 0),
                productCode,
                kind,
                actor.userId(),
                clock.instant(),
                read.sha256(),
                read.bytes(),
                read.rows(),
                read.unfit().size());
        FileTable files = new FileTable(connection);
        UUID id = files.store(actor, productId, taken, read.unfit());
        return new FileReport(files.find(id).orElseThrow(), imports);
    }

    private ImportReport load(
            Actor actor, String productCode, String zoneCode, SeriesRows rows, PriceFileReader.Read read)
            throws SQLException {
        ZoneImport into = ZoneImport.begin(connection, clock, productCode, zoneCode, false);
        SeriesLoad load = into.prices(0);
        for (RowChunk chunk : rows.chunks()) {
            load.accept(chunk);
        }
        return into.finish(
                actor,
                new ZoneImport.Source(
                        read.sha256(),
                        read.bytes(),
                        rows.size(),
                        Instant.ofEpochSecond(rows.firstStart() / 1_000_000),
                        Instant.ofEpochSecond(rows.lastEnd() / 1_000_000)));
    }
}

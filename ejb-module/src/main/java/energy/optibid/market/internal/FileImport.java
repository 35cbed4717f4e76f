package energy.optibid.market.internal;

import energy.optibid.market.FileReport;
import energy.optibid.market.PriceFileKind;
import energy.optibid.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;

/** Imports one file of many zones within the caller's transaction, with an audit entry and events for each zone. */
@ApplicationScoped
public class FileImport {

    @Inject
    MarketDatabase database;

    @Inject
    ImportJournal journal;

    @Inject
    ImportBounds bounds;

    @Inject
    Clock clock;

    /** See {@link energy.optibid.market.MarketDataImports#importFile}. */
    public FileReport run(Actor actor, PriceFileKind kind, String productCode, InputStream file) {
        FileReport report = database.read(
                connection -> new FileLoader(connection, clock, bounds.limits()).load(actor, kind, productCode, file));
        report.imports().forEach(each -> journal.stored(actor, each));
        return report;
    }
}

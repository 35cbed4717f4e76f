package energy.optibid.market.internal;

import energy.optibid.market.ImportReport;
import energy.optibid.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;

/** Imports one document within the caller's transaction, with its audit entry and its events. */
@ApplicationScoped
public class EntsoeImport {

    @Inject
    MarketDatabase database;

    @Inject
    ImportJournal journal;

    @Inject
    ImportBounds bounds;

    @Inject
    Clock clock;

    /** See {@link energy.optibid.market.MarketDataImports#importEntsoe}. */
    public ImportReport run(Actor actor, String productCode, int sequence, InputStream document) {
        ImportReport report = database.read(connection ->
                new EntsoeLoader(connection, clock, bounds.limits()).load(actor, productCode, sequence, document));
        journal.stored(actor, report);
        return report;
    }
}

package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.InvalidMappingException;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;

/** Imports one CSV within the caller's transaction, with its audit entry and its events. */
@ApplicationScoped
public class CsvImport {
    @Inject
    MarketDatabase database;

    @Inject
    ImportJournal journal;

    @Inject
    ImportBounds bounds;

    @Inject
    Clock clock;

    @Inject
    Environment environment;

    /** See {@link energy.optibid.market.MarketDataImports#importCsv}. */
    public ImportReport run(Actor actor, CsvMapping mapping, InputStream file) {
        if (mapping.simulated() && !environment.isDevelopment()) {
            throw new InvalidMappingException("simulated", "true", "false, except in development");
        }
        ImportReport report = database.read(
                connection -> new PriceLoader(connection, clock, bounds.limits()).load(actor, mapping, file));
        journal.stored(actor, report);
        return report;
    }
}

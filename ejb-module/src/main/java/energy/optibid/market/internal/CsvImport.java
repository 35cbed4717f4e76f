package energy.optibid.market.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.InvalidMappingException;
import energy.optibid.market.LatestPrice;
import energy.optibid.market.PricesImported;
import energy.optibid.market.internal.csv.ImportLimits;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Environment;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Imports one file within the caller's transaction, with its audit entry and its events. */
@ApplicationScoped
public class CsvImport {
    private static final int KEPT_FINDINGS = 1_000;

    @Inject
    MarketDatabase database;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Outbox outbox;

    @Inject
    Event<PricesImported> pricesImported;

    @Inject
    Event<LatestPrice> latestPriceStored;

    @Inject
    Clock clock;

    @Inject
    Environment environment;

    @Inject
    @ConfigProperty(name = "optibid.market.import.max-line-bytes")
    int maxLineBytes;

    @Inject
    @ConfigProperty(name = "optibid.market.import.max-bytes")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "optibid.market.import.max-rows")
    int maxRows;

    /** See {@link energy.optibid.market.MarketDataImports#importCsv}. */
    public ImportReport run(Actor actor, CsvMapping mapping, InputStream file) {
        if (mapping.simulated() && !environment.isDevelopment()) {
            throw new InvalidMappingException("simulated", "true", "false, except in development");
        }
        ImportLimits limits = new ImportLimits(maxLineBytes, maxBytes, maxRows, KEPT_FINDINGS);
        ImportReport report =
                database.read(connection -> new PriceLoader(connection, clock, limits).load(actor, mapping, file));
        String id = report.id().toString();
        auditTrail.record(
                actor, "market-data.import", "market-data-import", id, Optional.empty(), Optional.of(audited(report)));
        if (report.pricesStored() + report.pricesRevised() > 0) {
            announce(report);
        }
        return report;
    }

    private void announce(ImportReport report) {
        PricesImported event = new PricesImported(report.productCode(), report.zoneCode(), report.from(), report.to());
        outbox.append(
                Optional.empty(),
                "PricesImported",
                "market-data-import",
                report.id().toString(),
                payload(event));
        pricesImported.fire(event);
        Optional<LatestPrice> latest =
                database.read(connection -> new PriceTable(connection, event.productCode(), event.zoneCode()).latest());
        latest.ifPresent(latestPriceStored::fire);
    }

    // The codes and instants of both documents have no character that JSON would escape.

    private static String payload(PricesImported event) {
        return "{\"productCode\":\"%s\",\"zoneCode\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(event.productCode(), event.zoneCode(), event.from(), event.to());
    }

    private static String audited(ImportReport report) {
        return ("{\"productCode\":\"%s\",\"zoneCode\":\"%s\",\"sha256\":\"%s\",\"rowsRead\":%d,\"pricesStored\":%d,"
                        + "\"pricesRevised\":%d,\"fundamentalsStored\":%d,\"fundamentalsRevised\":%d}")
                .formatted(
                        report.productCode(),
                        report.zoneCode(),
                        report.sha256(),
                        report.rowsRead(),
                        report.pricesStored(),
                        report.pricesRevised(),
                        report.fundamentalsStored(),
                        report.fundamentalsRevised());
    }
}

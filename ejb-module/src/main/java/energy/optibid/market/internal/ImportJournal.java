package energy.optibid.market.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.market.ImportReport;
import energy.optibid.market.LatestPrice;
import energy.optibid.market.PricesImported;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells the audit trail, the outbox and the caches of each import, in its transaction. */
@ApplicationScoped
public class ImportJournal {

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

    void stored(Actor actor, ImportReport report) {
        String id = report.id().toString();
        auditTrail.record(
                actor, "market-data.import", "market-data-import", id, Optional.empty(), Optional.of(audited(report)));
        if (report.changesPrices()) {
            announce(report);
        }
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

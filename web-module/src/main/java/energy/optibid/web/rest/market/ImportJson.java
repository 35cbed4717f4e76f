package energy.optibid.web.rest.market;

import energy.optibid.market.ImportReport;
import java.time.Instant;
import java.util.UUID;

/**
 * What the import of one file changed; see {@link ImportReport}.
 *
 * @param from start of the first delivery period
 * @param to end of the last delivery period
 */
public record ImportJson(
        UUID id,
        String productCode,
        String zoneCode,
        Instant startedAt,
        Instant finishedAt,
        String sha256,
        long bytesRead,
        long rowsRead,
        long pricesStored,
        long pricesUnchanged,
        long pricesRevised,
        long fundamentalsStored,
        long fundamentalsUnchanged,
        long fundamentalsRevised,
        Instant from,
        Instant to,
        boolean simulated) {
    static ImportJson of(ImportReport report) {
        return new ImportJson(
                report.id(),
                report.productCode(),
                report.zoneCode(),
                report.startedAt(),
                report.finishedAt(),
                report.sha256(),
                report.bytesRead(),
                report.rowsRead(),
                report.pricesStored(),
                report.pricesUnchanged(),
                report.pricesRevised(),
                report.fundamentalsStored(),
                report.fundamentalsUnchanged(),
                report.fundamentalsRevised(),
                report.from(),
                report.to(),
                report.simulated());
    }
}

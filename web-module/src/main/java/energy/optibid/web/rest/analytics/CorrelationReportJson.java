package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.CorrelationReport;
import energy.optibid.analytics.Engine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the prices of zones go together.
 *
 * @param engine what served the prices
 * @param asOf every price that was stored by then is in
 * @param knownUntil from when on the price was known that became known last
 * @param zoneCodes in the order of the matrix
 * @param items the matrix's upper triangle with its diagonal, row by row
 */
public record CorrelationReportJson(
        String productCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        String timeZone,
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        List<String> zoneCodes,
        List<CorrelationPairJson> items) {

    static CorrelationReportJson of(CorrelationReport report) {
        var selection = report.selection();
        return new CorrelationReportJson(
                selection.productCode(),
                selection.firstDeliveryDate(),
                selection.lastDeliveryDate(),
                selection.tradingZone().getId(),
                report.engine(),
                report.asOf(),
                report.knownUntil(),
                report.simulated(),
                selection.zoneCodes(),
                report.pairs().stream().map(CorrelationPairJson::of).toList());
    }
}

package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.SpreadReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far the prices of zones are apart.
 *
 * @param timeZone of the market: it decides days
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param items each zone with each later one; with a reference, each other zone with it
 */
public record SpreadReportJson(
        String productCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        String timeZone,
        Optional<Instant> knownUntil,
        boolean simulated,
        String currency,
        String unit,
        List<SpreadJson> items) {

    static SpreadReportJson of(SpreadReport report) {
        var query = report.query();
        return new SpreadReportJson(
                query.productCode(),
                query.firstDeliveryDate(),
                query.lastDeliveryDate(),
                report.tradingZone().getId(),
                report.knownUntil(),
                report.simulated(),
                report.currency(),
                report.currency() + "/MWh",
                report.spreads().stream().map(SpreadJson::of).toList());
    }
}

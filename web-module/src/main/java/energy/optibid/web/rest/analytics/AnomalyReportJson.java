package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.AnomalyReport;
import energy.optibid.analytics.Engine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was unusual.
 *
 * @param weeks how many weeks before an hour it is compared with
 * @param threshold least distance that is unusual, in robust standard deviations
 * @param engine what served the prices
 * @param asOf every price that was stored by then was looked at
 * @param knownUntil from when on the price was known that became known last
 * @param judgedHours hours with a price that could be compared
 * @param unjudgedHours hours with a price that could not: too little before them, or only equal prices
 * @param items by zone and start
 */
public record AnomalyReportJson(
        String productCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        String timeZone,
        int weeks,
        BigDecimal threshold,
        String currency,
        String unit,
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        int judgedHours,
        int unjudgedHours,
        List<AnomalyJson> items) {

    static AnomalyReportJson of(AnomalyReport report) {
        var prices = report.search().prices();
        return new AnomalyReportJson(
                prices.productCode(),
                prices.firstDeliveryDate(),
                prices.lastDeliveryDate(),
                prices.tradingZone().getId(),
                report.search().weeks(),
                report.search().threshold(),
                report.currency(),
                report.currency() + "/MWh",
                report.engine(),
                report.asOf(),
                report.knownUntil(),
                report.simulated(),
                report.judgedHours(),
                report.unjudgedHours(),
                report.anomalies().stream().map(AnomalyJson::of).toList());
    }
}

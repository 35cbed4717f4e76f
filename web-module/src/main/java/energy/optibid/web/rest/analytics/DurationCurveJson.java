package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.DurationCurve;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Prices from the greatest down, in columns: the n-th value of each belongs to the n-th point.
 *
 * @param timeZone of the market: it decides days
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param periods delivery periods with a price
 * @param hours that they last
 * @param exact whether every price is there; else a sample
 * @param share of the time, 0 to 1, rising
 * @param price that the price was at least for that share of the time, falling
 */
public record DurationCurveJson(
        String productCode,
        String zoneCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        String timeZone,
        Optional<Instant> knownUntil,
        boolean simulated,
        String currency,
        String unit,
        long periods,
        BigDecimal hours,
        boolean exact,
        List<BigDecimal> share,
        List<BigDecimal> price) {

    static DurationCurveJson of(DurationCurve curve) {
        var query = curve.query();
        List<DurationPointJson> points = DurationPointJson.of(curve);
        return new DurationCurveJson(
                query.productCode(),
                query.zoneCode(),
                query.firstDeliveryDate(),
                query.lastDeliveryDate(),
                curve.tradingZone().getId(),
                curve.knownUntil(),
                curve.simulated(),
                curve.currency(),
                curve.currency() + "/MWh",
                curve.periods(),
                Decimals.hours(curve.priced()),
                curve.exact(),
                points.stream().map(DurationPointJson::share).toList(),
                points.stream().map(DurationPointJson::price).toList());
    }
}

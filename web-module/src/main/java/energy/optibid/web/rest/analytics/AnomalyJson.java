package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.Anomaly;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An hour whose price is unusual.
 *
 * @param price mean of the hour, currency per MWh
 * @param median of the prices that it is compared with
 * @param deviation median absolute deviation of those; where that is 0, the mean absolute deviation
 * @param score robust standard deviations above the median; negative below
 * @param compared how many prices it was compared with
 * @param reason the same as a sentence
 */
public record AnomalyJson(
        String zoneCode,
        Instant start,
        BigDecimal price,
        BigDecimal median,
        BigDecimal deviation,
        BigDecimal score,
        int compared,
        String reason) {

    static AnomalyJson of(Anomaly anomaly) {
        return new AnomalyJson(
                anomaly.zoneCode(),
                anomaly.start(),
                anomaly.price(),
                anomaly.median(),
                anomaly.deviation(),
                anomaly.score(),
                anomaly.compared(),
                anomaly.reason());
    }
}

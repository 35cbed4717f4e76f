package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An hour whose price is far from what it was at the same hour of the week before.
 *
 * @param start of the hour
 * @param price mean of the hour, currency per MWh
 * @param median of the prices that it is compared with
 * @param deviation median absolute deviation of those; where that is 0, their mean absolute deviation
 * @param score how many robust standard deviations the price is above the median; negative below; two digits
 * @param compared how many prices it was compared with
 * @param reason the same as a sentence
 */
public record Anomaly(
        String zoneCode,
        Instant start,
        BigDecimal price,
        BigDecimal median,
        BigDecimal deviation,
        BigDecimal score,
        int compared,
        String reason) {}

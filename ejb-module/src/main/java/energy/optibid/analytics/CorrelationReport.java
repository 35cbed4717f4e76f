package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the prices of zones go together.
 *
 * @param asOf every price that was stored by then is in
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param pairs every zone with itself and with each later one, in order
 */
public record CorrelationReport(
        PriceSelection selection,
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        List<Pair> pairs) {
    public CorrelationReport {
        pairs = List.copyOf(pairs);
    }

    /**
     * Two zones.
     *
     * @param correlation Pearson's coefficient over the hours in which both have a price, -1 to 1, six digits; absent
     *     where there are fewer than three such hours, or one of the prices never changes
     * @param hours how many there are
     */
    public record Pair(String zoneCode, String otherZoneCode, Optional<BigDecimal> correlation, int hours) {}
}

package energy.optibid.market;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;

/**
 * The price of the last delivery period that is known of a product and zone.
 *
 * @param period delivery period, UTC
 * @param price currency per MWh; may be negative
 * @param knownAt from when on it was known
 * @param revision 0, or how often it was corrected for the same {@code knownAt}
 * @param simulated made by the simulator, not by a market
 */
public record LatestPrice(
        String productCode,
        String zoneCode,
        DeliveryPeriod period,
        BigDecimal price,
        Instant knownAt,
        int revision,
        boolean simulated) {

    private static final Comparator<LatestPrice> BY_KNOWLEDGE = Comparator.comparing(LatestPrice::period)
            .thenComparing(LatestPrice::knownAt)
            .thenComparingInt(LatestPrice::revision);

    /** Whether it is of a later period than the other, or of the same and known later, or corrected more often. */
    public boolean supersedes(LatestPrice other) {
        return BY_KNOWLEDGE.compare(this, other) > 0;
    }
}

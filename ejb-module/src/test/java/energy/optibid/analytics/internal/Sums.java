package energy.optibid.analytics.internal;

import energy.optibid.analytics.PriceSums;
import java.math.BigDecimal;
import java.time.Instant;

/** Rows for tests. */
final class Sums {

    private Sums() {}

    /** An hour with one price. */
    static PriceSums of(String zone, Instant start, String price) {
        BigDecimal value = new BigDecimal(price);
        BigDecimal weighted = value.multiply(BigDecimal.valueOf(60));
        return new PriceSums(zone, start, 1, 60, value, value, weighted, weighted.multiply(value), start, false);
    }
}

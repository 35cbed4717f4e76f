package energy.optibid.analytics.internal;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A stored value as it is copied.
 *
 * @param minutes length of the delivery period
 * @param revision of the value for the same {@code knownAt}
 */
public record StoredPrice(
        Instant deliveryStart, int minutes, Instant knownAt, int revision, BigDecimal price, boolean simulated) {}

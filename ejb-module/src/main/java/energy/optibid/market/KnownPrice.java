package energy.optibid.market;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A published price as it was known at some instant.
 *
 * @param period delivery period, UTC
 * @param price currency per MWh; may be negative
 * @param knownAt from when on it was known
 * @param simulated made by the simulator, not by a market
 */
public record KnownPrice(DeliveryPeriod period, BigDecimal price, Instant knownAt, boolean simulated) {}

package energy.optibid.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of a history.
 *
 * @param start of the delivery period, or of the quarter of an hour, hour, day or month that it was read by
 * @param minutes for which there is a price: the length of the period, or less than that of an hour, day or month with gaps
 * @param price currency of the zone per MWh, the mean by time where it was read by a longer period; may be negative
 * @param knownAt from when on it was known, the latest of those in the mean
 * @param simulated made by the simulator, not by a market, wholly or in part
 */
public record PricePoint(Instant start, int minutes, BigDecimal price, Instant knownAt, boolean simulated) {}

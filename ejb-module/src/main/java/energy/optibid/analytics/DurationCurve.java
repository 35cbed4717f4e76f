package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The prices of a zone from the greatest down: for how much of the time the price was at least so much.
 *
 * @param tradingZone time zone that decides the trading day
 * @param currency of the product's prices, ISO 4217
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param periods delivery periods with a price
 * @param priced how long they last together
 * @param exact whether every price is there, and not a sample
 * @param points the share rises, the price falls; empty without prices
 */
public record DurationCurve(
        ZoneQuery query,
        ZoneId tradingZone,
        String currency,
        Optional<Instant> knownUntil,
        boolean simulated,
        long periods,
        Duration priced,
        boolean exact,
        List<Point> points) {
    /** Neither a page nor a file has more. */
    public static final int MAX_POINTS = 10_000;

    public static final int DEFAULT_POINTS = 100;

    public DurationCurve {
        points = List.copyOf(points);
    }

    /**
     * For at least this share of the time the price was at least so much. In an exact curve the share is just that of the
     * time with this price or a greater one, so this price holds from the share of the point before, at first 0, to here.
     *
     * @param share of the time with a price, 0 to 1, rounded half-even to six digits
     * @param price currency per MWh, exact; the greatest for which it is true
     */
    public record Point(BigDecimal share, BigDecimal price) {}
}

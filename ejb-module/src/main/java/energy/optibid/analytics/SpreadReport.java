package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How far the prices of zones are apart.
 *
 * @param tradingZone time zone that decides the trading day
 * @param currency of the product's prices, ISO 4217
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param spreads in the order of {@link SpreadQuery#pairs}
 */
public record SpreadReport(
        SpreadQuery query,
        ZoneId tradingZone,
        String currency,
        Optional<Instant> knownUntil,
        boolean simulated,
        List<Spread> spreads) {
    public SpreadReport {
        spreads = List.copyOf(spreads);
    }

    /**
     * The price of the first zone minus that of the other, over the periods in which both have one. Where one has longer
     * periods, the other's prices are averaged by time over each of them, if they cover the whole of it.
     *
     * @param common time in which both have a price
     * @param missing time in which only one of them has, or the one with shorter periods not for the whole longer one
     * @param above time with a spread above zero
     * @param below time with a spread below zero
     * @param equal time with a spread of exactly zero
     * @param mean by time, currency per MWh, rounded half-even to six digits; absent without common time
     * @param meanAbsolute mean of the spreads without their signs, likewise
     * @param min absent without common time
     * @param max absent without common time
     */
    public record Spread(
            SpreadQuery.Pair pair,
            Duration common,
            Duration missing,
            Duration above,
            Duration below,
            Duration equal,
            Optional<BigDecimal> mean,
            Optional<BigDecimal> meanAbsolute,
            Optional<Extreme> min,
            Optional<Extreme> max) {}
}

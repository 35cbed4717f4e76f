package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.Extreme;
import energy.optibid.analytics.SpreadReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The price of the first zone minus that of the other, currency per MWh.
 *
 * @param hours in which both have a price
 * @param missingHours in which only one of them has
 * @param meanSpread by time; absent without common hours, as all other spreads
 * @param meanAbsoluteSpread without signs
 * @param minSpreadStart start of the first period with it
 * @param maxSpreadStart start of the first period with it
 * @param hoursAbove with a spread above zero
 * @param hoursBelow with a spread below zero
 * @param hoursEqual with a spread of exactly zero
 */
public record SpreadJson(
        String zoneCode,
        String otherZoneCode,
        BigDecimal hours,
        BigDecimal missingHours,
        Optional<BigDecimal> meanSpread,
        Optional<BigDecimal> meanAbsoluteSpread,
        Optional<BigDecimal> minSpread,
        Optional<Instant> minSpreadStart,
        Optional<BigDecimal> maxSpread,
        Optional<Instant> maxSpreadStart,
        BigDecimal hoursAbove,
        BigDecimal hoursBelow,
        BigDecimal hoursEqual) {

    static SpreadJson of(SpreadReport.Spread spread) {
        return new SpreadJson(
                spread.pair().zoneCode(),
                spread.pair().otherZoneCode(),
                Decimals.hours(spread.common()),
                Decimals.hours(spread.missing()),
                spread.mean().map(Decimals::plain),
                spread.meanAbsolute().map(Decimals::plain),
                spread.min().map(Extreme::value).map(Decimals::plain),
                spread.min().map(Extreme::start),
                spread.max().map(Extreme::value).map(Decimals::plain),
                spread.max().map(Extreme::start),
                Decimals.hours(spread.above()),
                Decimals.hours(spread.below()),
                Decimals.hours(spread.equal()));
    }
}

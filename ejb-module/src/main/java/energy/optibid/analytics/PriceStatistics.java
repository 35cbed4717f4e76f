package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the prices of a zone were like. All means, shares and quantiles are by time: a price counts for as long as its
 * period lasts, so that an hour weighs as much as four quarter-hours.
 *
 * @param tradingZone time zone that decides the trading day and the peak hours
 * @param currency of the product's prices, ISO 4217
 * @param asOf what was known then; absent: what is known best
 * @param knownUntil from when on the price was known that became known last; absent without prices
 * @param simulated whether any price was made by the simulator
 * @param periods delivery periods with a price
 * @param missingPeriods periods, as the rules of their day cut it, that are not wholly covered by prices
 * @param priced how long the priced periods last together
 * @param meanPrice currency per MWh, rounded half-even to six digits; absent without prices
 * @param standardDeviation as of a population, likewise; what {@link PriceSums#volatility} is of a bucket
 * @param minPrice absent without prices
 * @param maxPrice absent without prices
 * @param quantiles by share, ascending; empty without prices
 * @param negative time with a price below zero
 * @param zero time with a price of exactly zero
 * @param base all hours
 * @param peak Monday to Friday from 08:00 to 20:00 by the market's clock, public holidays too
 * @param offPeak all other hours
 */
public record PriceStatistics(
        ZoneQuery query,
        ZoneId tradingZone,
        String currency,
        Optional<Instant> asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        long periods,
        long missingPeriods,
        Duration priced,
        Optional<BigDecimal> meanPrice,
        Optional<BigDecimal> standardDeviation,
        Optional<Extreme> minPrice,
        Optional<Extreme> maxPrice,
        List<Quantile> quantiles,
        Part negative,
        Part zero,
        Load base,
        Load peak,
        Load offPeak) {
    public PriceStatistics {
        quantiles = List.copyOf(quantiles);
    }

    /**
     * The least price that the price did not exceed for at least that share of the time: the inverse of the distribution
     * function, definition 1 of Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50
     * (1996), by time in place of by count. A price that there was, never one between two.
     *
     * @param share of the time, 0 to 1
     * @param price currency per MWh, exact
     */
    public record Quantile(BigDecimal share, BigDecimal price) {}

    /**
     * A part of the time with a price.
     *
     * @param share of it, 0 to 1, rounded half-even to six digits; absent without prices
     */
    public record Part(Duration time, Optional<BigDecimal> share) {}

    /**
     * Some of the hours.
     *
     * @param priced how much of them has a price
     * @param meanPrice currency per MWh, rounded half-even to six digits; absent without prices
     */
    public record Load(Duration priced, Optional<BigDecimal> meanPrice) {}
}

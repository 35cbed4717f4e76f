package energy.optibid.analytics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Exact sums of the best known prices of a zone in a bucket. Each price counts for the minutes that it is for, so that
 * hours and quarter-hours of one bucket weigh what they last.
 *
 * @param start of the bucket
 * @param periods delivery periods with a price, at least one
 * @param minutes that they last together
 * @param minPrice least price, currency per MWh
 * @param maxPrice greatest price
 * @param priceMinutes sum of price times minutes
 * @param priceSquaredMinutes sum of price squared times minutes
 * @param knownUntil from when on the price was known that became known last
 * @param simulated whether any price was made by the simulator
 */
public record PriceSums(
        String zoneCode,
        Instant start,
        long periods,
        long minutes,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceMinutes,
        BigDecimal priceSquaredMinutes,
        Instant knownUntil,
        boolean simulated) {
    private static final int SCALE = 6;
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Equal numbers are equal here, whatever zeros an engine puts behind them. */
    public PriceSums {
        minPrice = minPrice.stripTrailingZeros();
        maxPrice = maxPrice.stripTrailingZeros();
        priceMinutes = priceMinutes.stripTrailingZeros();
        priceSquaredMinutes = priceSquaredMinutes.stripTrailingZeros();
    }

    /** Arithmetic mean by time, rounded half-even to six digits. */
    public BigDecimal meanPrice() {
        return priceMinutes.divide(BigDecimal.valueOf(minutes), SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * Standard deviation of the price over the time of the bucket, as of a population and not of a sample: all prices of
     * the bucket are there. Currency per MWh, rounded half-even to six digits.
     */
    public BigDecimal volatility() {
        BigDecimal time = BigDecimal.valueOf(minutes);
        BigDecimal spread = priceSquaredMinutes.multiply(time).subtract(priceMinutes.pow(2));
        return spread.sqrt(PRECISION).divide(time, SCALE, RoundingMode.HALF_EVEN);
    }

    /** Both together, as a bucket that begins where this one does. */
    public PriceSums plus(PriceSums other) {
        return new PriceSums(
                zoneCode,
                start,
                periods + other.periods,
                minutes + other.minutes,
                minPrice.min(other.minPrice),
                maxPrice.max(other.maxPrice),
                priceMinutes.add(other.priceMinutes),
                priceSquaredMinutes.add(other.priceSquaredMinutes),
                knownUntil.isAfter(other.knownUntil) ? knownUntil : other.knownUntil,
                simulated || other.simulated);
    }
}

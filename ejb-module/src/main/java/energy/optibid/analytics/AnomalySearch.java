package energy.optibid.analytics;

import java.math.BigDecimal;

/**
 * What counts as unusual.
 *
 * @param prices hours to look at; {@link Bucket#HOUR}
 * @param weeks how many weeks before an hour it is compared with, 4 to 52
 * @param threshold least distance from the median that is unusual, in robust standard deviations; more than 0
 */
public record AnomalySearch(PriceSelection prices, int weeks, BigDecimal threshold) {
    /** The customary threshold: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993. */
    public static final BigDecimal DEFAULT_THRESHOLD = new BigDecimal("3.5");

    public static final int DEFAULT_WEEKS = 8;

    public AnomalySearch {
        if (weeks < 4 || weeks > 52 || threshold.signum() <= 0 || prices.bucket() != Bucket.HOUR) {
            throw new IllegalArgumentException("No search for anomalies: " + weeks + " weeks, threshold " + threshold);
        }
    }
}

package energy.optibid.analytics.internal;

import energy.optibid.analytics.CorrelationReport.Pair;
import energy.optibid.analytics.PriceSelection;
import energy.optibid.analytics.PriceSums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pearson's correlation of hourly mean prices, each pair over the hours in which both have a price. An hour that only one
 * of them has is left out; nothing is filled in.
 */
public final class Correlations {
    private static final int FEWEST_HOURS = 3;
    private static final int DIGITS = 6;

    private final List<String> zones;
    private final double[][] prices;

    /** @param hours of the selection's zones */
    public Correlations(PriceSelection selection, List<PriceSums> hours) {
        zones = selection.zoneCodes();
        int length = Math.toIntExact(
                Duration.between(selection.from(), selection.to()).toHours());
        prices = new double[zones.size()][length];
        Arrays.stream(prices).forEach(row -> Arrays.fill(row, Double.NaN));
        for (PriceSums hour : hours) {
            int at = Math.toIntExact(
                    Duration.between(selection.from(), hour.start()).toHours());
            prices[zones.indexOf(hour.zoneCode())][at] = hour.meanPrice().doubleValue();
        }
    }

    /** Every zone with itself and with each later one. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            for (int j = i; j < zones.size(); j++) {
                pairs.add(pair(i, j));
            }
        }
        return pairs;
    }

    private Pair pair(int one, int other) {
        int hours = 0;
        double sumOne = 0;
        double sumOther = 0;
        for (int at = 0; at < prices[one].length; at++) {
            if (isShared(one, other, at)) {
                hours++;
                sumOne += prices[one][at];
                sumOther += prices[other][at];
            }
        }
        Optional<BigDecimal> correlation =
                hours < FEWEST_HOURS ? Optional.empty() : correlation(one, other, sumOne / hours, sumOther / hours);
        return new Pair(zones.get(one), zones.get(other), correlation, hours);
    }

    /** In a second pass around the means, which keeps digits that a single pass would lose. */
    private Optional<BigDecimal> correlation(int one, int other, double meanOne, double meanOther) {
        double squaresOne = 0;
        double squaresOther = 0;
        double products = 0;
        for (int at = 0; at < prices[one].length; at++) {
            if (isShared(one, other, at)) {
                double fromMean = prices[one][at] - meanOne;
                double fromOtherMean = prices[other][at] - meanOther;
                squaresOne += fromMean * fromMean;
                squaresOther += fromOtherMean * fromOtherMean;
                products += fromMean * fromOtherMean;
            }
        }
        double scale = Math.sqrt(squaresOne) * Math.sqrt(squaresOther);
        return scale == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(Math.max(-1, Math.min(1, products / scale)))
                        .setScale(DIGITS, RoundingMode.HALF_EVEN));
    }

    private boolean isShared(int one, int other, int at) {
        return !Double.isNaN(prices[one][at]) && !Double.isNaN(prices[other][at]);
    }
}

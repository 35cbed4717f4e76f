package energy.optibid.analytics.internal;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalySearch;
import energy.optibid.analytics.PriceSums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares each hour with the same hour of the week, by the market's clock, in the weeks before it. The score is the
 * modified z-score 0.6745 (x − median) / MAD of Iglewicz and Hoaglin (1993), where MAD is the median absolute deviation;
 * 0.6745 makes it a standard deviation where prices are normally distributed. Where more than half of the prices are
 * equal, MAD is 0, and their mean absolute deviation stands in: (x − median) / (1.2533 mean deviation).
 */
public final class Anomalies {
    private static final double NORMAL_MAD = 0.6745;
    private static final double NORMAL_MEAN_DEVIATION = 1.2533;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final AnomalySearch search;
    private final String unit;
    private final List<Anomaly> found = new ArrayList<>();
    private int judged;
    private int unjudged;

    public Anomalies(AnomalySearch search, String currency) {
        this.search = search;
        this.unit = currency + "/MWh";
    }

    /** Looks at the hours of one zone, the weeks before the selection included, in order. */
    public void look(List<PriceSums> hours) {
        Map<LocalDateTime, Double> byClock = new HashMap<>();
        // Of the hour that the clock shows twice, the first is compared with.
        hours.forEach(hour -> byClock.putIfAbsent(clock(hour), hour.meanPrice().doubleValue()));
        for (PriceSums hour : hours) {
            if (!hour.start().isBefore(search.prices().from())) {
                judge(hour, before(clock(hour), byClock));
            }
        }
    }

    public List<Anomaly> found() {
        return found;
    }

    public int judged() {
        return judged;
    }

    /** Hours that there was too little to compare with, or only equal prices. */
    public int unjudged() {
        return unjudged;
    }

    private LocalDateTime clock(PriceSums hour) {
        return hour.start().atZone(search.prices().tradingZone()).toLocalDateTime();
    }

    private double[] before(LocalDateTime hour, Map<LocalDateTime, Double> byClock) {
        List<Double> prices = new ArrayList<>();
        for (int week = 1; week <= search.weeks(); week++) {
            Double price = byClock.get(hour.minusWeeks(week));
            if (price != null) {
                prices.add(price);
            }
        }
        return prices.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void judge(PriceSums hour, double[] before) {
        double median = before.length * 2 < search.weeks() ? Double.NaN : median(before);
        double[] distances =
                Arrays.stream(before).map(price -> Math.abs(price - median)).toArray();
        double mean = Arrays.stream(distances).average().orElse(0);
        if (Double.isNaN(median) || mean == 0) {
            unjudged++;
            return;
        }
        judged++;
        double mad = median(distances);
        double distance = hour.meanPrice().doubleValue() - median;
        double score = mad > 0 ? NORMAL_MAD * distance / mad : distance / (NORMAL_MEAN_DEVIATION * mean);
        if (Math.abs(score) >= search.threshold().doubleValue()) {
            found.add(
                    anomaly(hour, rounded(median, 2), rounded(mad > 0 ? mad : mean, 2), mad > 0, score, before.length));
        }
    }

    private Anomaly anomaly(
            PriceSums hour, BigDecimal median, BigDecimal deviation, boolean isMad, double score, int compared) {
        BigDecimal price = hour.meanPrice().setScale(2, RoundingMode.HALF_EVEN);
        BigDecimal rounded = rounded(score, 2);
        String reason =
                "%s %s on %s is %s robust standard deviations %s %s, the median of the same hour in %d of the %d weeks before (%s absolute deviation %s)"
                        .formatted(
                                price.toPlainString(),
                                unit,
                                HOUR.format(clock(hour)),
                                rounded.abs().toPlainString(),
                                score > 0 ? "above" : "below",
                                median.toPlainString(),
                                compared,
                                search.weeks(),
                                isMad ? "median" : "mean",
                                deviation.toPlainString());
        return new Anomaly(hour.zoneCode(), hour.start(), price, median, deviation, rounded, compared, reason);
    }

    /** Of at least one value. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
}

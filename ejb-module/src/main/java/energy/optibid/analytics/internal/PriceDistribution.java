package energy.optibid.analytics.internal;

import energy.optibid.analytics.DurationCurve.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How many minutes each price held. It takes as much memory as there are different prices, and everything that does not
 * depend on when a price held follows from it exactly.
 */
final class PriceDistribution {
    private static final int SCALE = 6;
    private static final int PERCENT = 100;

    private final NavigableMap<BigDecimal, Long> minutesByPrice = new TreeMap<>();
    private long minutes;

    void add(BigDecimal price, long held) {
        minutesByPrice.merge(price, held, Long::sum);
        minutes += held;
    }

    boolean isEmpty() {
        return minutesByPrice.isEmpty();
    }

    long minutes() {
        return minutes;
    }

    long minutesBelow(BigDecimal price) {
        return minutesByPrice.headMap(price).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    long minutesAt(BigDecimal price) {
        return minutesByPrice.getOrDefault(price, 0L);
    }

    /** The share of a part of the time, 0 to 1. */
    BigDecimal share(long held) {
        return ratio(held, minutes);
    }

    /** Σ value · minutes, where the value is made of the price. */
    BigDecimal sum(UnaryOperator<BigDecimal> value) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, Long> price : minutesByPrice.entrySet()) {
            sum = sum.add(value.apply(price.getKey()).multiply(BigDecimal.valueOf(price.getValue())));
        }
        return sum;
    }

    /**
     * The least price that was not exceeded for so much of the time.
     *
     * @throws NoSuchElementException without prices
     */
    BigDecimal quantile(int percent) {
        long held = 0;
        for (Map.Entry<BigDecimal, Long> price : minutesByPrice.entrySet()) {
            held += price.getValue();
            if (held * PERCENT >= minutes * percent) {
                return price.getKey();
            }
        }
        throw new NoSuchElementException("There is no price");
    }

    /** Every price from the greatest down, with the share of the time for which the price was at least that. */
    List<Point> steps() {
        List<Point> steps = new ArrayList<>();
        long held = 0;
        for (Map.Entry<BigDecimal, Long> price : minutesByPrice.descendingMap().entrySet()) {
            held += price.getValue();
            steps.add(new Point(share(held), price.getKey()));
        }
        return steps;
    }

    /**
     * The same at shares that are equally far apart, from 0, where the greatest price is, to 1, where the least is.
     *
     * @param points at least two
     */
    List<Point> samples(int points) {
        List<Point> samples = new ArrayList<>();
        long last = points - 1L;
        long held = 0;
        for (Map.Entry<BigDecimal, Long> price : minutesByPrice.descendingMap().entrySet()) {
            held += price.getValue();
            // The sample at i / last is here where i / last <= held / minutes; in whole numbers nothing is rounded.
            while (samples.size() <= last && samples.size() * minutes <= held * last) {
                samples.add(new Point(ratio(samples.size(), last), price.getKey()));
            }
        }
        return samples;
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), SCALE, RoundingMode.HALF_EVEN);
    }
}

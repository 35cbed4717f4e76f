package energy.optibid.forecasting;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Known prices by their start; answers for any window, whatever unit the market traded then. */
final class PriceHistory {
    /** Digits after the point of a mean, rounded half-even. */
    static final int MEAN_SCALE = 4;

    private final NavigableMap<Instant, KnownPrice> byStart = new TreeMap<>();

    PriceHistory(List<KnownPrice> prices) {
        prices.forEach(price -> byStart.put(price.period().start(), price));
    }

    /** A price and the starts of the periods that it comes from. */
    record Reference(BigDecimal price, List<Instant> basis) {}

    /**
     * The price of a window: that of the period which contains it, or the mean of those which fill it, each weighed
     * with its time in the window. Absent where a part of the window has no price: a partial mean would say something
     * about another window.
     */
    Optional<Reference> price(DeliveryPeriod window) {
        List<BigDecimal> prices = new ArrayList<>(4);
        List<Duration> weights = new ArrayList<>(4);
        List<Instant> basis = new ArrayList<>(4);
        for (Instant at = window.start(); at.isBefore(window.end()); ) {
            Map.Entry<Instant, KnownPrice> entry = byStart.floorEntry(at);
            if (entry == null || !at.isBefore(entry.getValue().period().end())) {
                return Optional.empty();
            }
            Instant until = earlier(entry.getValue().period().end(), window.end());
            prices.add(entry.getValue().price());
            weights.add(Duration.between(at, until));
            basis.add(entry.getKey());
            at = until;
        }
        return Optional.of(new Reference(mean(prices, weights), basis));
    }

    /** The plain mean; a single value is kept as it is, others are rounded half-even to {@value #MEAN_SCALE} digits. */
    static BigDecimal mean(List<BigDecimal> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), MEAN_SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal mean(List<BigDecimal> values, List<Duration> weights) {
        if (values.size() == 1) {
            return values.get(0);
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal weight = BigDecimal.valueOf(weights.get(i).toSeconds());
            sum = sum.add(values.get(i).multiply(weight));
            total = total.add(weight);
        }
        return sum.divide(total, MEAN_SCALE, RoundingMode.HALF_EVEN);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

package energy.optibid.analytics.internal;

import energy.optibid.analytics.DeliveryRange;
import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The prices of a zone by the quarter-hours of some delivery days, counted from 0. Where periods overlap, as after an hour
 * that took the place of the first of four quarter-hours, each quarter-hour has the price of the period that begins last.
 */
final class QuarterPrices {
    private static final int NONE = -1;

    private final Instant from;
    private final List<KnownPrice> prices;
    private final int[] places;

    /** @param prices in order of their start, all within the days */
    QuarterPrices(DeliveryRange days, List<KnownPrice> prices) {
        this.from = days.from();
        this.prices = prices;
        this.places = new int[quarters(Duration.between(days.from(), days.to()))];
        Arrays.fill(places, NONE);
        for (int place = 0; place < prices.size(); place++) {
            int first =
                    quarters(Duration.between(from, prices.get(place).period().start()));
            Arrays.fill(
                    places, first, first + quarters(prices.get(place).period().duration()), place);
        }
    }

    int size() {
        return places.length;
    }

    Instant start(int quarter) {
        return from.plus(MarketTimeUnit.QUARTER_HOUR.duration().multipliedBy(quarter));
    }

    boolean hasPrice(int quarter) {
        return places[quarter] != NONE;
    }

    /** How many quarter-hours the priced period has that this one lies in; 1 without a price. */
    int length(int quarter) {
        return hasPrice(quarter) ? quarters(prices.get(places[quarter]).period().duration()) : 1;
    }

    /**
     * The price of a period, or the mean by time of shorter ones that cover the whole of it; exact.
     *
     * @param quarters length of the period: 1, 2 or 4
     */
    Optional<BigDecimal> price(int first, int quarters) {
        if (length(first) == quarters) {
            return hasPrice(first) ? Optional.of(price(first)) : Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int quarter = first; quarter < first + quarters; quarter++) {
            if (!hasPrice(quarter)) {
                return Optional.empty();
            }
            sum = sum.add(price(quarter));
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(quarters)));
    }

    private BigDecimal price(int quarter) {
        return prices.get(places[quarter]).price();
    }

    private static int quarters(Duration time) {
        return Math.toIntExact(time.dividedBy(MarketTimeUnit.QUARTER_HOUR.duration()));
    }
}

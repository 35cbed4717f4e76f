package energy.optibid.analytics.internal;

import energy.optibid.analytics.SpreadQuery;
import energy.optibid.analytics.SpreadReport.Spread;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sums of the spreads of a pair of zones, over parts of the range in their order. */
final class SpreadSums {
    private static final long QUARTER_MINUTES = MarketTimeUnit.QUARTER_HOUR.minutes();

    private final SpreadQuery.Pair pair;
    private final TimeMean spreads = new TimeMean();
    private final TimeMean distances = new TimeMean();
    private final Extremes extremes = new Extremes();
    private long missing;
    private long above;
    private long below;

    SpreadSums(SpreadQuery.Pair pair) {
        this.pair = pair;
    }

    SpreadQuery.Pair pair() {
        return pair;
    }

    /** Adds a part, of the same days for both. */
    void add(QuarterPrices one, QuarterPrices other) {
        int at = 0;
        while (at < one.size()) {
            // Every period begins at a multiple of its length from the start of an hour: so the longer of both begins
            // here.
            int quarters = Math.max(one.length(at), other.length(at));
            Optional<BigDecimal> price = one.price(at, quarters);
            Optional<BigDecimal> otherPrice = other.price(at, quarters);
            if (price.isPresent() && otherPrice.isPresent()) {
                add(price.get().subtract(otherPrice.get()), one.start(at), quarters * QUARTER_MINUTES);
            } else if (one.hasPrice(at) || other.hasPrice(at)) {
                missing += quarters * QUARTER_MINUTES;
            }
            at += quarters;
        }
    }

    private void add(BigDecimal spread, Instant start, long minutes) {
        spreads.add(spread, minutes);
        distances.add(spread.abs(), minutes);
        extremes.add(spread, start);
        above += spread.signum() > 0 ? minutes : 0;
        below += spread.signum() < 0 ? minutes : 0;
    }

    Spread spread() {
        return new Spread(
                pair,
                spreads.time(),
                Duration.ofMinutes(missing),
                Duration.ofMinutes(above),
                Duration.ofMinutes(below),
                spreads.time().minusMinutes(above + below),
                spreads.mean(),
                distances.mean(),
                extremes.min(),
                extremes.max());
    }
}

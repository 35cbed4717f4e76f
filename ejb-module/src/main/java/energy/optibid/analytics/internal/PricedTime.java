package energy.optibid.analytics.internal;

import energy.optibid.analytics.DeliveryRange;
import energy.optibid.market.RuleSet;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** Which quarter-hours of some delivery days have a price, however long the periods are and whether they overlap. */
final class PricedTime {
    private final DeliveryRange range;
    private final Instant from;
    private final BitSet quarters = new BitSet();

    PricedTime(DeliveryRange range) {
        this.range = range;
        this.from = range.from();
    }

    void add(DeliveryPeriod period) {
        quarters.set(quarter(period.start()), quarter(period.end()));
    }

    /**
     * How many periods lack a price for the whole or a part of them. What a period is, the rules of its day say; a day
     * without rules is not traded, and nothing is missing in it.
     */
    long missingPeriods(List<RuleSet> rules) {
        return range.days().mapToLong(day -> missing(day, rules)).sum();
    }

    private long missing(DeliveryDay day, List<RuleSet> rules) {
        return rules.stream()
                .filter(set -> set.appliesOn(day.date()))
                .limit(1)
                .flatMap(set -> day.periods(set.timeUnit()).stream())
                .filter(period -> !isPriced(period))
                .count();
    }

    private boolean isPriced(DeliveryPeriod period) {
        return quarters.nextClearBit(quarter(period.start())) >= quarter(period.end());
    }

    private int quarter(Instant instant) {
        return Math.toIntExact(Duration.between(from, instant).dividedBy(MarketTimeUnit.QUARTER_HOUR.duration()));
    }
}

package energy.optibid.analytics;

import energy.optibid.market.KnownPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Spreads of two zones by looking through all prices for each hour; each zone has periods of one length in an hour. */
final class SlowSpread {
    private final List<BigDecimal> spreads = new ArrayList<>();
    private long missing;

    SlowSpread(List<KnownPrice> one, List<KnownPrice> other) {
        TreeSet<Instant> hours = new TreeSet<>();
        one.forEach(price -> hours.add(hour(price)));
        other.forEach(price -> hours.add(hour(price)));
        for (Instant hour : hours) {
            List<KnownPrice> here = in(one, hour, Duration.ofHours(1));
            List<KnownPrice> there = in(other, hour, Duration.ofHours(1));
            Duration longer = Collections.max(List.of(length(here), length(there)));
            for (Instant at = hour; at.isBefore(hour.plus(Duration.ofHours(1))); at = at.plus(longer)) {
                compare(in(here, at, longer), in(there, at, longer), longer);
            }
        }
    }

    /** One for each quarter-hour in which both have a price. */
    List<BigDecimal> spreads() {
        return spreads;
    }

    /** Quarter-hours in which only one has a price that can be compared. */
    long missing() {
        return missing;
    }

    private void compare(List<KnownPrice> here, List<KnownPrice> there, Duration length) {
        if (quarters(here) == quarters(length) && quarters(there) == quarters(length)) {
            spreads.addAll(Collections.nCopies(quarters(length), mean(here).subtract(mean(there))));
        } else if (!here.isEmpty() && !there.isEmpty()) {
            missing += quarters(length);
        } else {
            missing += quarters(here) + quarters(there);
        }
    }

    private static int quarters(List<KnownPrice> prices) {
        return prices.stream()
                .mapToInt(price -> quarters(price.period().duration()))
                .sum();
    }

    private static int quarters(Duration length) {
        return (int) (length.toMinutes() / 15);
    }

    private static BigDecimal mean(List<KnownPrice> prices) {
        return prices.stream()
                .map(KnownPrice::price)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(prices.size()));
    }

    private static List<KnownPrice> in(List<KnownPrice> prices, Instant start, Duration length) {
        return prices.stream()
                .filter(price -> !price.period().start().isBefore(start)
                        && price.period().start().isBefore(start.plus(length)))
                .toList();
    }

    /** A quarter-hour where there is no price. */
    private static Duration length(List<KnownPrice> prices) {
        return prices.stream()
                .map(price -> price.period().duration())
                .findFirst()
                .orElse(Duration.ofMinutes(15));
    }

    private static Instant hour(KnownPrice price) {
        return Instant.ofEpochSecond(price.period().start().getEpochSecond() / 3600 * 3600);
    }
}

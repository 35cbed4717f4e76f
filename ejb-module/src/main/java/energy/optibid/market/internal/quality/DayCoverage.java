package energy.optibid.market.internal.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/** Which quarter-hours of a trading day have a value in force. */
final class DayCoverage {
    private static final long QUARTER_SECONDS = 900;

    private final Instant start;
    private final int length;
    private final BitSet quarters = new BitSet(100);

    DayCoverage(TradingDay day) {
        this.start = day.start();
        this.length = index(day.end());
    }

    void add(StoredValue value) {
        quarters.set(index(value.start()), index(value.end()));
    }

    boolean isFull(Instant from, Instant to) {
        return quarters.nextClearBit(index(from)) >= index(to);
    }

    boolean isEmpty(Instant from, Instant to) {
        int next = quarters.nextSetBit(index(from));
        return next < 0 || next >= index(to);
    }

    /** Whether more than half of the day has values. */
    boolean isMostlyFull() {
        return quarters.cardinality() * 2 > length;
    }

    /** What is before the day counts as its beginning. */
    private int index(Instant instant) {
        return (int) Math.max(0, Duration.between(start, instant).toSeconds() / QUARTER_SECONDS);
    }
}

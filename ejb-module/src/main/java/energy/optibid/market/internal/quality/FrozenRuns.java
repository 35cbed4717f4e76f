package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Values in force that follow one another and stay exactly the same, other than zero, for at least so long. At zero the sun
 * does not shine, and many a price has come to rest.
 */
final class FrozenRuns implements Check {
    private final Duration least;
    private final FoundIntervals found;
    private BigDecimal value = BigDecimal.ZERO;
    private Instant start = Instant.MIN;
    private Instant end = Instant.MIN;
    private long periods;

    FrozenRuns(Duration least, int kept) {
        this.least = least;
        this.found = new FoundIntervals(QualityKind.FROZEN, kept);
    }

    @Override
    public void see(TradingDay day, KnownPeriod period) {
        StoredValue next = period.inForce();
        if (next.start().isAfter(end) || next.value().compareTo(value) != 0) {
            finish();
            value = next.value();
            start = next.start();
            end = next.end();
            periods = 0;
        }
        periods++;
        end = next.end().isAfter(end) ? next.end() : end;
    }

    @Override
    public void finish() {
        if (value.signum() != 0 && Duration.between(start, end).compareTo(least) >= 0) {
            found.add(start, end, periods, "always " + value.toPlainString());
        }
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(found);
    }
}

package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityKind;
import java.time.Instant;
import java.util.List;

/**
 * Values in force that begin before an earlier one has ended, as quarter-hours beside the hour that they are part of. Where
 * a quarter-hour took the place of an hour, the hour is not in force any more.
 */
final class Overlaps implements Check {
    private final FoundIntervals found;
    private Instant coveredTo = Instant.MIN;
    private int coveringMinutes;

    Overlaps(int kept) {
        this.found = new FoundIntervals(QualityKind.DUPLICATE, kept);
    }

    @Override
    public void see(TradingDay day, KnownPeriod period) {
        StoredValue value = period.inForce();
        if (value.start().isBefore(coveredTo)) {
            Instant end = value.end().isBefore(coveredTo) ? value.end() : coveredTo;
            found.add(value.start(), end, "values of " + value.minutes() + " minutes within one of " + coveringMinutes);
        }
        if (value.end().isAfter(coveredTo)) {
            coveredTo = value.end();
            coveringMinutes = value.minutes();
        }
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(found);
    }
}

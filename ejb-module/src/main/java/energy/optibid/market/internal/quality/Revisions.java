package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityKind;
import java.util.List;

/** Periods that had different values, or lengths. The same value that became known again is none. */
final class Revisions implements Check {
    private final FoundIntervals found;

    Revisions(int kept) {
        this.found = new FoundIntervals(QualityKind.REVISION, kept);
    }

    @Override
    public void see(TradingDay day, KnownPeriod period) {
        long contents = period.contents();
        if (contents > 1) {
            found.add(period.start(), period.inForce().end(), contents + " different values");
        }
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(found);
    }
}

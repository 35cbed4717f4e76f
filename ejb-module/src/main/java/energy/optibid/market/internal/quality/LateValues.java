package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Periods of which nothing was known by the series' deadline, and those whose value was corrected after it. */
final class LateValues implements Check {
    private final QualitySeries series;
    private final FoundIntervals late;
    private final FoundIntervals corrected;

    LateValues(QualitySeries series, int kept) {
        this.series = series;
        this.late = new FoundIntervals(QualityKind.LATE, kept);
        this.corrected = new FoundIntervals(QualityKind.LATE_CORRECTION, kept);
    }

    @Override
    public void see(TradingDay day, KnownPeriod period) {
        series.deadline(day, period.start()).ifPresent(deadline -> judge(period, deadline));
    }

    private void judge(KnownPeriod period, Instant deadline) {
        StoredValue current = period.inForce();
        Optional<StoredValue> timely = period.knownBy(deadline);
        if (timely.isEmpty()) {
            late.add(period.start(), current.end(), "known from " + period.firstKnownAt() + " on, due by " + deadline);
        } else if (!timely.get().content().equals(current.content())) {
            corrected.add(
                    period.start(),
                    current.end(),
                    plain(timely.get()) + " in time, " + plain(current) + " from " + current.knownAt() + " on");
        }
    }

    private static String plain(StoredValue value) {
        return value.value().toPlainString();
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(late, corrected);
    }
}

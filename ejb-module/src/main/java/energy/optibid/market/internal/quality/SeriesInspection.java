package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityCount;
import energy.optibid.market.QualityFinding;
import energy.optibid.market.SeriesQuality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Leads the values of one series past all checks, day by day. Keeps the values of one period, one day of those in force, and
 * the findings that are listed, however long the series is.
 */
public final class SeriesInspection {
    private final QualitySeries series;
    private final List<TradingDay> days;
    private final Gaps gaps;
    private final List<Check> checks;
    private final List<StoredValue> period = new ArrayList<>();
    private final SortedSet<Integer> minutes = new TreeSet<>();
    private int dayNumber;
    private DayCoverage coverage;
    private long values;
    private Optional<Instant> knownUntil = Optional.empty();
    private boolean simulated;

    /**
     * Begins with the first day.
     *
     * @param days ascending, without a break between them, at least one
     * @param now what is not due by then is no gap
     * @param frozen the shortest time for which a value may not stay the same
     * @param kept so many findings of each kind are listed
     */
    public SeriesInspection(QualitySeries series, List<TradingDay> days, Instant now, Duration frozen, int kept) {
        this.series = series;
        this.days = List.copyOf(days);
        this.gaps = new Gaps(series, now, kept);
        this.checks = List.of(
                gaps,
                new Overlaps(kept),
                new Revisions(kept),
                new LateValues(series, kept),
                new OutOfRange(series, kept),
                new FrozenRuns(frozen, kept),
                new ClockChanges(series, now, kept));
        this.coverage = new DayCoverage(days.get(0));
    }

    /** Takes the next value: by start, then by knowledge, then by revision; its start lies in one of the days. */
    public void accept(StoredValue value) {
        values++;
        minutes.add(value.minutes());
        simulated |= value.simulated();
        knownUntil = knownUntil.filter(known -> known.isAfter(value.knownAt())).or(() -> Optional.of(value.knownAt()));
        if (!period.isEmpty() && !period.get(0).start().equals(value.start())) {
            endPeriod();
        }
        period.add(value);
    }

    /** What was found, after the last value. */
    public SeriesQuality finish() {
        if (!period.isEmpty()) {
            endPeriod();
        }
        while (dayNumber < days.size()) {
            endDay();
        }
        checks.forEach(Check::finish);
        return new SeriesQuality(
                series.name(),
                gaps.expected(),
                gaps.present(),
                gaps.notYetDue(),
                values,
                List.copyOf(minutes),
                knownUntil,
                simulated,
                counts(),
                findings());
    }

    private void endPeriod() {
        KnownPeriod known = new KnownPeriod(period);
        period.clear();
        while (!known.start().isBefore(days.get(dayNumber).end())) {
            endDay();
        }
        checks.forEach(check -> check.see(days.get(dayNumber), known));
        coverage.add(known.inForce());
    }

    private void endDay() {
        TradingDay day = days.get(dayNumber);
        checks.forEach(check -> check.endDay(day, coverage));
        dayNumber++;
        if (dayNumber < days.size()) {
            coverage = new DayCoverage(days.get(dayNumber));
        }
    }

    private List<QualityCount> counts() {
        return checks.stream()
                .flatMap(check -> check.found().stream())
                .map(FoundIntervals::count)
                .toList();
    }

    private List<QualityFinding> findings() {
        return checks.stream()
                .flatMap(check -> check.found().stream())
                .flatMap(found -> found.first().stream())
                .toList();
    }
}

package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mistakes of the days of 23 and 25 hours in the market's time zone: an hour beside the change of the clock that is missing,
 * or that has the values of the other one; and a day that lacks nothing but its first or its last hour, so that its values
 * are moved by an hour. On the day of 25 hours the two hours beside the change are the one that the clock shows twice.
 */
final class ClockChanges implements Check {
    private final QualitySeries series;
    private final Instant now;
    private final FoundIntervals found;
    private final List<StoredValue> values = new ArrayList<>();

    ClockChanges(QualitySeries series, Instant now, int kept) {
        this.series = series;
        this.now = now;
        this.found = new FoundIntervals(QualityKind.CLOCK_CHANGE, kept);
    }

    @Override
    public void see(TradingDay day, KnownPeriod period) {
        values.add(period.inForce());
    }

    @Override
    public void endDay(TradingDay day, DayCoverage coverage) {
        if (coverage.isMostlyFull()) {
            change(day).ifPresent(transition -> look(new Change(day, transition), coverage));
        }
        values.clear();
    }

    private static Optional<ZoneOffsetTransition> change(TradingDay day) {
        return Optional.ofNullable(day.rules().timeZone().getRules().nextTransition(day.start()))
                .filter(transition -> transition.getInstant().isBefore(day.end()));
    }

    private void look(Change change, DayCoverage coverage) {
        boolean beforeMissing = isMissing(change, change.hour(-1), coverage);
        boolean afterMissing = isMissing(change, change.hour(0), coverage);
        if (beforeMissing) {
            add(change, change.hour(-1), change.before() + " is missing");
        }
        if (afterMissing) {
            add(change, change.hour(0), change.after() + " is missing");
        }
        if (!beforeMissing && !afterMissing) {
            lookForShift(change, coverage);
            lookForCopy(change);
        }
    }

    private boolean isMissing(Change change, Hour hour, DayCoverage coverage) {
        return coverage.isEmpty(hour.start(), hour.end()) && isDue(change, hour);
    }

    private boolean isDue(Change change, Hour hour) {
        return change.day().periods().stream()
                .filter(period ->
                        !period.start().isBefore(hour.start()) && period.start().isBefore(hour.end()))
                .allMatch(period -> series.isDue(change.day(), period, now));
    }

    private void lookForShift(Change change, DayCoverage coverage) {
        Instant start = change.day().start();
        Instant end = change.day().end();
        Hour first = new Hour(start, start.plus(change.length()));
        Hour last = new Hour(end.minus(change.length()), end);
        if (isMissing(change, first, coverage) && coverage.isFull(first.end(), end)) {
            add(change, first, "nothing but the day's first hour is missing: its values may be an hour late");
        } else if (isMissing(change, last, coverage) && coverage.isFull(start, last.start())) {
            add(change, last, "nothing but the day's last hour is missing: its values may be an hour early");
        }
    }

    /** Of a value that goes on from an hour before, or for an hour after, one cannot say that it was copied. */
    private void lookForCopy(Change change) {
        List<Point> copy = points(change.hour(0));
        boolean same = !copy.isEmpty()
                && copy.equals(points(change.hour(-1)))
                && copy.stream().noneMatch(point -> point.value().signum() == 0);
        if (same && !copy.equals(points(change.hour(-2))) && !copy.equals(points(change.hour(1)))) {
            found.add(
                    change.hour(-1).start(),
                    change.hour(0).end(),
                    2L * copy.size(),
                    change.before() + " and " + change.after() + " have the same values");
        }
    }

    private List<Point> points(Hour hour) {
        return values.stream()
                .filter(value ->
                        !value.start().isBefore(hour.start()) && value.start().isBefore(hour.end()))
                .map(value -> new Point(
                        Duration.between(hour.start(), value.start()),
                        value.content().value()))
                .toList();
    }

    private void add(Change change, Hour hour, String detail) {
        long periods = Math.max(
                1, change.length().toMinutes() / change.day().rules().timeUnit().minutes());
        found.add(hour.start(), hour.end(), periods, detail);
    }

    @Override
    public List<FoundIntervals> found() {
        return List.of(found);
    }

    /** A value and where in its hour it begins. */
    private record Point(Duration offset, BigDecimal value) {}

    /** Half-open; as long as the clock is changed by, which is an hour nearly everywhere. */
    private record Hour(Instant start, Instant end) {}

    private record Change(TradingDay day, ZoneOffsetTransition transition) {

        Duration length() {
            return transition.getDuration().abs();
        }

        /** @param number 0 begins with the change, -1 ends there */
        Hour hour(int number) {
            Instant start = transition.getInstant().plus(length().multipliedBy(number));
            return new Hour(start, start.plus(length()));
        }

        String before() {
            return (transition.isOverlap() ? "the first " : "") + clock(hour(-1));
        }

        String after() {
            return (transition.isOverlap() ? "the second " : "") + clock(hour(0));
        }

        /** For example 02:00 to 03:00, twice on the day of 25 hours. */
        private String clock(Hour hour) {
            ZoneId zone = day.rules().timeZone();
            LocalTime start = LocalTime.ofInstant(hour.start(), zone);
            return start + " to " + start.plus(length());
        }
    }
}

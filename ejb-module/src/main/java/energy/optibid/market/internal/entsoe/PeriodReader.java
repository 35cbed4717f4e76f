package energy.optibid.market.internal.entsoe;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each delivery period of a document's period its value, by the type of curve (IEC 62325-351): of A01 each
 * position has a point or is a gap, of A03 a position without a point has the value of the one before.
 */
final class PeriodReader {
    private static final String FORWARD_FILLED = "A03";
    private static final Map<String, Integer> MINUTES = Map.of("PT15M", 15, "PT30M", 30, "PT60M", 60, "PT1H", 60);
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Findings findings;

    PeriodReader(Findings findings) {
        this.findings = findings;
    }

    /** Takes the value of one delivery period. */
    @FunctionalInterface
    interface Values {
        /** @param point which of the period's points it is that the value comes from */
        void accept(Instant start, int minutes, int point);
    }

    /** Takes the value of one position. */
    @FunctionalInterface
    interface Positions {
        /** @param point which of the period's points it is that the value comes from */
        void accept(int position, int point);
    }

    void read(EntsoePeriod period, String curveType, Values values) {
        interval(period)
                .ifPresent(interval -> read(
                        period,
                        curveType,
                        interval.periods(),
                        (position, point) -> values.accept(interval.start(position), interval.minutes(), point)));
    }

    /** For a period of that many delivery periods, of whatever length. */
    void read(EntsoePeriod period, String curveType, int count, Positions values) {
        if (!positionsAreSound(period, count)) {
            return;
        }
        boolean filled = curveType.equals(FORWARD_FILLED);
        for (int point = 0; point < period.size(); point++) {
            int first = period.position(point);
            int next = point + 1 < period.size() ? period.position(point + 1) : count + 1;
            int end = filled ? next : first + 1;
            for (int position = first; position < end; position++) {
                values.accept(position, point);
            }
        }
    }

    private record Interval(Instant begin, int minutes, int periods) {
        Instant start(int position) {
            return begin.plusSeconds(60L * minutes * (position - 1));
        }
    }

    private Optional<Interval> interval(EntsoePeriod period) {
        Integer minutes = MINUTES.get(period.field("resolution"));
        if (minutes == null) {
            return bad(
                    ImportErrorCode.RESOLUTION_UNSUPPORTED,
                    period.line(),
                    "resolution",
                    "Only PT15M, PT30M and PT60M are imported",
                    period.field("resolution"));
        }
        String text = period.field("start") + "/" + period.field("end");
        try {
            Instant start = OffsetDateTime.parse(period.field("start")).toInstant();
            Duration length = Duration.between(
                    start, OffsetDateTime.parse(period.field("end")).toInstant());
            Duration each = Duration.ofMinutes(minutes);
            if (length.isNegative()
                    || length.isZero()
                    || length.compareTo(LONGEST) > 0
                    || !each.multipliedBy(length.dividedBy(each)).equals(length)) {
                return bad(
                        ImportErrorCode.INTERVAL_MALFORMED,
                        period.line(),
                        "timeInterval",
                        "Not a number of periods of " + minutes + " minutes, within " + LONGEST.toDays() + " days",
                        text);
            }
            return Optional.of(new Interval(start, minutes, Math.toIntExact(length.dividedBy(each))));
        } catch (DateTimeException e) {
            return bad(
                    ImportErrorCode.INTERVAL_MALFORMED, period.line(), "timeInterval", "Not two instants of UTC", text);
        }
    }

    private boolean positionsAreSound(EntsoePeriod period, int periods) {
        int before = 0;
        boolean sound = true;
        for (int point = 0; point < period.size(); point++) {
            int position = period.position(point);
            if (position <= before || position > periods) {
                sound = false;
                bad(
                        ImportErrorCode.POSITION_MALFORMED,
                        period.line(point),
                        "position",
                        "Positions ascend from 1 to " + periods + "; the one before is " + before,
                        Integer.toString(position));
            }
            before = position;
        }
        return sound;
    }

    private <T> Optional<T> bad(ImportErrorCode code, int line, String element, String message, String value) {
        findings.add(code, line, Optional.of(element), message, Optional.of(value));
        return Optional.empty();
    }
}

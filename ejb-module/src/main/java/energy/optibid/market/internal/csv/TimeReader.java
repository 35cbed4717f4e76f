package energy.optibid.market.internal.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * Reads times without making an object for each: {@code yyyy-MM-dd HH:mm[:ss[.SSSSSS]]}, blank or T between, optionally
 * with Z or an offset; or by a pattern. The last time read is {@link #epochMicros()}.
 */
final class TimeReader {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long MICROS = 1_000_000;

    /** What a text turned out to be. */
    enum Outcome {
        READ,
        MALFORMED,
        NON_EXISTENT
    }

    private final ZoneClock clock;
    private final Optional<DateTimeFormatter> format;
    private long epochMicros;
    private long laterEpochMicros;
    private int monthKey = -1;
    private long monthStartDay;
    private int monthLength;

    TimeReader(ZoneId zone, Optional<DateTimeFormatter> format) {
        this.clock = new ZoneClock(zone);
        this.format = format;
    }

    /** Microseconds since 1970; of a repeated local time those with the earlier offset. */
    long epochMicros() {
        return epochMicros;
    }

    /** Whether the local time is there twice on that day. */
    boolean repeated() {
        return laterEpochMicros != epochMicros;
    }

    /** Of a repeated local time the second one. */
    long laterEpochMicros() {
        return laterEpochMicros;
    }

    Outcome read(String cell) {
        String text = cell.strip();
        return format.isPresent() ? readByFormat(text, format.get()) : readIso(text);
    }

    private Outcome readByFormat(String text, DateTimeFormatter formatter) {
        try {
            TemporalAccessor parsed = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            if (parsed instanceof OffsetDateTime time) {
                return inYears(time.getYear())
                        ? instant(time.toEpochSecond(), time.get(ChronoField.MICRO_OF_SECOND))
                        : Outcome.MALFORMED;
            }
            LocalDateTime local = LocalDateTime.from(parsed);
            return inYears(local.getYear())
                    ? local(
                            local.toLocalDate().toEpochDay(),
                            local.toLocalTime().toSecondOfDay(),
                            local.get(ChronoField.MICRO_OF_SECOND))
                    : Outcome.MALFORMED;
        } catch (DateTimeException e) {
            return Outcome.MALFORMED;
        }
    }

    private Outcome readIso(String text) {
        int year = digits(text, 0, 4);
        int month = after(text, 4, '-', '-');
        int day = after(text, 7, '-', '-');
        int hour = after(text, 10, ' ', 'T');
        int minute = after(text, 13, ':', ':');
        if (!inYears(year) || month < 1 || month > 12 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return Outcome.MALFORMED;
        }
        selectMonth(year, month);
        if (day < 1 || day > monthLength) {
            return Outcome.MALFORMED;
        }
        return readRest(text, monthStartDay + day - 1, hour * 3600 + minute * 60);
    }

    private Outcome readRest(String text, long epochDay, int minuteOfDaySeconds) {
        int at = 16;
        int seconds = 0;
        int micros = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            seconds = digits(text, 17, 2);
            at = 19;
            if (seconds < 0 || seconds > 59) {
                return Outcome.MALFORMED;
            }
            int end = endOfFraction(text, at);
            micros = end == at ? 0 : micros(text, at + 1, end);
            at = end;
        }
        int secondOfDay = minuteOfDaySeconds + seconds;
        if (micros < 0) {
            return Outcome.MALFORMED;
        }
        return at == text.length()
                ? local(epochDay, secondOfDay, micros)
                : withOffset(text.substring(at), epochDay * SECONDS_PER_DAY + secondOfDay, micros);
    }

    private Outcome withOffset(String offset, long localSeconds, int micros) {
        try {
            int offsetSeconds = ZoneOffset.of(offset.strip()).getTotalSeconds();
            return instant(localSeconds - offsetSeconds, micros);
        } catch (DateTimeException e) {
            return Outcome.MALFORMED;
        }
    }

    private static int endOfFraction(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '.') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Negative where the fraction is empty or finer than microseconds. */
    private static int micros(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 9) {
            return -1;
        }
        int value = digits(text, from, length);
        for (int i = length; i < 6; i++) {
            value *= 10;
        }
        for (int i = 6; i < length; i++) {
            if (value % 10 != 0) {
                return -1;
            }
            value /= 10;
        }
        return value;
    }

    private Outcome instant(long epochSecond, int micros) {
        epochMicros = epochSecond * MICROS + micros;
        laterEpochMicros = epochMicros;
        return Outcome.READ;
    }

    private Outcome local(long epochDay, int secondOfDay, int micros) {
        if (!clock.resolve(epochDay, secondOfDay)) {
            return Outcome.NON_EXISTENT;
        }
        epochMicros = clock.earlier() * MICROS + micros;
        laterEpochMicros = clock.later() * MICROS + micros;
        return Outcome.READ;
    }

    private void selectMonth(int year, int month) {
        int key = year * 12 + month;
        if (key != monthKey) {
            LocalDate first = LocalDate.of(year, month, 1);
            monthKey = key;
            monthStartDay = first.toEpochDay();
            monthLength = first.lengthOfMonth();
        }
    }

    private static boolean inYears(int year) {
        return year >= 2000 && year < 2100;
    }

    /** Two digits behind one of two characters. */
    private static int after(String text, int at, char either, char or) {
        if (at >= text.length() || (text.charAt(at) != either && text.charAt(at) != or)) {
            return -1;
        }
        return digits(text, at + 1, 2);
    }

    /** The number at that place, negative where there are other characters. */
    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}

package energy.optibid.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What prices are summed up by. Hours, days and months are those of the market's time zone. */
public enum Bucket {
    HOUR,
    DAY,
    MONTH;

    /** Where the bucket begins that an instant lies in. */
    public Instant startOf(Instant instant, ZoneId tradingZone) {
        LocalDate day = instant.atZone(tradingZone).toLocalDate();
        return switch (this) {
            case HOUR ->
                instant.atZone(tradingZone).truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> day.atStartOfDay(tradingZone).toInstant();
            case MONTH -> day.withDayOfMonth(1).atStartOfDay(tradingZone).toInstant();
        };
    }

    /** The first instant after the bucket that begins there. */
    public Instant endOf(Instant start, ZoneId tradingZone) {
        LocalDate day = start.atZone(tradingZone).toLocalDate();
        return switch (this) {
            case HOUR -> start.plus(1, ChronoUnit.HOURS);
            case DAY -> day.plusDays(1).atStartOfDay(tradingZone).toInstant();
            case MONTH -> day.plusMonths(1).atStartOfDay(tradingZone).toInstant();
        };
    }
}

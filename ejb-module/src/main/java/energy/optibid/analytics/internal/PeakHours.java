package energy.optibid.analytics.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of peak load: Monday to Friday from 08:00 to 20:00 by the market's clock, on public holidays too, as European
 * power futures cut them (CME, German Power Peakload Calendar Month Futures, contract specifications).
 */
final class PeakHours {
    private static final int FIRST_HOUR = 8;
    private static final int END_HOUR = 20;

    private PeakHours() {}

    /** Whether a period that begins there lies in them; they begin and end with an hour, so it lies in them wholly. */
    static boolean contain(Instant start, ZoneId tradingZone) {
        ZonedDateTime clock = start.atZone(tradingZone);
        return clock.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && clock.getHour() >= FIRST_HOUR
                && clock.getHour() < END_HOUR;
    }
}

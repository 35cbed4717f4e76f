package energy.optibid.forecasting;

import energy.optibid.quantity.DeliveryPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The period of the same local clock time on another day.
 *
 * <p>On a day of 23 hours the hour that does not exist is answered with the one that took its place (03:00 for 02:00).
 * On a day of 25 hours the hour that exists twice is answered with the one of the same offset from UTC as the period
 * that asks, and with the first where neither has it. Both halves of a repeated hour that ask are answered with the one
 * hour of an ordinary day.
 */
final class ClockTime {
    private ClockTime() {}

    static DeliveryPeriod on(LocalDate date, DeliveryPeriod period, ZoneId zone) {
        ZonedDateTime start = period.start().atZone(zone);
        ZonedDateTime other = ZonedDateTime.ofLocal(date.atTime(start.toLocalTime()), zone, start.getOffset());
        return new DeliveryPeriod(other.toInstant(), other.toInstant().plus(period.duration()));
    }
}

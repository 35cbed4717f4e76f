package energy.optibid.quantity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One trading day of a market: from midnight to midnight in the market's time zone, so 23, 24 or 25 hours long.
 *
 * @param date the date in {@code zone}
 * @param zone the time zone that decides the trading day, for example Europe/Brussels for the SDAC
 */
public record DeliveryDay(LocalDate date, ZoneId zone) {
    public Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The day's periods in order: 23 to 25 hours, 92 to 100 quarter-hours. */
    public List<DeliveryPeriod> periods(MarketTimeUnit unit) {
        List<DeliveryPeriod> periods = new ArrayList<>(100);
        Instant end = end();
        for (Instant at = start(); at.isBefore(end); at = at.plus(unit.duration())) {
            periods.add(DeliveryPeriod.of(at, unit));
        }
        return List.copyOf(periods);
    }

    public DeliveryDay minusDays(int days) {
        return new DeliveryDay(date.minusDays(days), zone);
    }

    /** The delivery day in which an instant lies. */
    public static DeliveryDay containing(Instant instant, ZoneId zone) {
        return new DeliveryDay(instant.atZone(zone).toLocalDate(), zone);
    }
}

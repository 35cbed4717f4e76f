package energy.optibid.market;

import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.MarketTimeUnit;
import java.time.DayOfWeek;
import java.util.List;

/**
 * A trading day of a product, by the rules that are in force on it.
 *
 * @param timeUnit length of its delivery periods
 * @param gates its auctions in the order of their deliveries, at least one
 * @param holidays those of its zones, by area and name
 */
public record CalendarDay(DeliveryDay day, MarketTimeUnit timeUnit, List<Gate> gates, List<Holiday> holidays) {
    public CalendarDay {
        gates = List.copyOf(gates);
        holidays = List.copyOf(holidays);
    }

    /** How many delivery periods it has: 23 to 25 hours, 92 to 100 quarter-hours. */
    public int periods() {
        return day.periods(timeUnit).size();
    }

    /** Whether it is a Saturday or a Sunday, which are free in all countries that the markets are in. */
    public boolean weekend() {
        DayOfWeek weekday = day.date().getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
}

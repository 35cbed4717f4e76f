package energy.optibid.market;

import energy.optibid.market.internal.CalendarReading;
import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.holidays.HolidayBook;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The trading days of a product: how long they are, when they are sold, and who has a holiday. */
@Stateless
public class TradingCalendar {
    /** A year with a month before it. */
    public static final int MOST_DAYS = 400;

    /** The first day that may be asked for, as prices are kept from then on. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** The last day that may be asked for. */
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    @Inject
    MarketDatabase database;

    @Inject
    HolidayBook holidays;

    /**
     * The delivery days of a product in their order, with the holidays of all its zones.
     *
     * @param first delivery day in the market's time zone
     * @param last included; not before the first, and at most {@value #MOST_DAYS} days with it
     * @throws UnknownProductException where there is no such product
     * @throws NoRulesException where it has no rules on one of the days
     */
    public List<CalendarDay> days(String productCode, LocalDate first, LocalDate last) {
        requireFew(first, last);
        return database.read(connection -> {
            CalendarReading reading = new CalendarReading(connection, holidays, productCode);
            return reading.days(first, last, reading.areas());
        });
    }

    /**
     * As {@link #days}, with the holidays of one zone alone.
     *
     * @throws UnknownZoneException where there is no such zone
     * @throws ProductNotTradedException where the product is not traded in the zone
     */
    public List<CalendarDay> daysOfZone(String productCode, String zoneCode, LocalDate first, LocalDate last) {
        requireFew(first, last);
        return database.read(connection -> {
            CalendarReading reading = new CalendarReading(connection, holidays, productCode);
            return reading.days(first, last, reading.areasOf(zoneCode));
        });
    }

    private static void requireFew(LocalDate first, LocalDate last) {
        if (last.isBefore(first)
                || !last.isBefore(first.plusDays(MOST_DAYS))
                || first.isBefore(FIRST)
                || last.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "Not 1 to " + MOST_DAYS + " days of this century: " + first + " to " + last);
        }
    }
}

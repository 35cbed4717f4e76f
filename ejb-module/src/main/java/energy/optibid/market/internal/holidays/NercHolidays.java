package energy.optibid.market.internal.holidays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/**
 * The six days that the North American markets count as off-peak whatever their weekday.
 *
 * <p>Source: "Additional Off-peak Days", approved by the Resources Subcommittee of the North American Electric Reliability
 * Corporation for 2010 to 2015 with the rule below, by which they have been named in every year since: one of the three fixed
 * dates that falls on a Sunday is kept on the Monday after it, one that falls on a Saturday stays there.
 */
final class NercHolidays {
    static final String AREA = "NERC";

    private NercHolidays() {}

    /** Their names by their days, of which no two are the same. */
    static Map<LocalDate, String> of(int year) {
        return Map.of(
                fixed(year, Month.JANUARY, 1), "New Year's Day",
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "Memorial Day",
                fixed(year, Month.JULY, 4), "Independence Day",
                LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                        "Labor Day",
                LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
                        "Thanksgiving Day",
                fixed(year, Month.DECEMBER, 25), "Christmas Day");
    }

    private static LocalDate fixed(int year, Month month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
    }
}

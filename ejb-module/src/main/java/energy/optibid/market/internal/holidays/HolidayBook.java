package energy.optibid.market.internal.holidays;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import energy.optibid.market.Holiday;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Public holidays by area, as Jollyday's tables have them, and those of {@link NercHolidays}. */
@ApplicationScoped
public class HolidayBook {
    /** Without a language the names are English; with English they would be the machine's where it speaks another. */
    private static final Locale ENGLISH = Locale.ROOT;

    /** The tables go by years: a New Year that is kept on the Friday before it stands in the year after that Friday. */
    private static final int MOVED = 7;

    private record Day(LocalDate date, Holiday holiday) {}

    /**
     * The holidays of some days, by area and name.
     *
     * @param last included
     * @param areas see {@link Holiday#area}
     */
    public Map<LocalDate, List<Holiday>> between(LocalDate first, LocalDate last, Collection<String> areas) {
        return areas.stream()
                .flatMap(area -> area.equals(NercHolidays.AREA) ? offPeak(first, last) : free(area, first, last))
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                .distinct()
                .sorted(Comparator.comparing((Day day) -> day.holiday().area())
                        .thenComparing(day -> day.holiday().name()))
                .collect(Collectors.groupingBy(
                        Day::date, TreeMap::new, Collectors.mapping(Day::holiday, Collectors.toList())));
    }

    private static Stream<Day> offPeak(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .mapToObj(NercHolidays::of)
                .flatMap(year -> year.entrySet().stream())
                .map(day -> new Day(day.getKey(), new Holiday(NercHolidays.AREA, day.getValue())));
    }

    private static Stream<Day> free(String area, LocalDate first, LocalDate last) {
        String[] countryAndPart = area.toLowerCase(Locale.ROOT).split("-", 2);
        String[] part = Arrays.copyOfRange(countryAndPart, 1, countryAndPart.length);
        return tables(countryAndPart[0]).getHolidays(first.minusDays(MOVED), last.plusDays(MOVED), part).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(holiday -> new Day(holiday.getDate(), new Holiday(area, holiday.getDescription(ENGLISH))));
    }

    /** One at a time: the library, while it looks for its reader of tables, tells others that there is none. */
    private static synchronized HolidayManager tables(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}

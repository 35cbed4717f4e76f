package energy.optibid.market.internal.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.Holiday;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HolidayBookTest {
    private final HolidayBook book = new HolidayBook();

    @Test
    void germanyShouldHaveTheDaysOfItsLawsInEachYear() {
        for (int year = 2013; year <= 2030; year++) {
            assertThat(days("DE", year)).as("%d", year).isEqualTo(germany(year));
        }
    }

    /** Days of all sixteen states; 2017 had the Reformation's 500th anniversary besides. */
    private static Set<LocalDate> germany(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> days = new TreeSet<>(Set.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, 5, 1),
                easter.plusDays(39),
                easter.plusDays(50),
                LocalDate.of(year, 10, 3),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26)));
        if (year == 2017) {
            days.add(LocalDate.of(year, 10, 31));
        }
        return days;
    }

    /** After Gauss, good for 1900 to 2099. */
    private static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        int days = 22 + d + e;
        boolean late = days == 57 || (days == 56 && d == 28 && year % 19 > 10);
        return LocalDate.of(year, 3, 1).plusDays(days - 1L - (late ? 7 : 0));
    }

    @Test
    void partsOfAKingdomShouldHaveDaysOfTheirOwn() {
        LocalDate newYearAfter = LocalDate.of(2026, 1, 2);
        LocalDate summer = LocalDate.of(2026, 8, 31);

        assertThat(days("GB-ENG", 2026)).contains(summer).doesNotContain(newYearAfter);
        assertThat(days("GB-SCT", 2026)).contains(newYearAfter).doesNotContain(summer);
        assertThat(days("GB-NIR", 2026)).contains(LocalDate.of(2026, 3, 17));
    }

    @Test
    void holidaysShouldBeThoseOfTheAreasByAreaAndName() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);

        Map<LocalDate, List<Holiday>> free = book.between(christmas, christmas, List.of("US", "NERC", "DE"));

        assertThat(free).containsOnlyKeys(christmas);
        assertThat(free.get(christmas)).extracting(Holiday::area).containsExactly("DE", "NERC", "US");
        assertThat(book.between(LocalDate.of(2026, 12, 20), LocalDate.of(2026, 12, 24), List.of("DE", "NERC")))
                .isEmpty();
    }

    @Test
    void holidayShouldBeTheDayBeforeTheYearWhenItIsKeptThere() {
        LocalDate day = LocalDate.of(2021, 12, 31);

        assertThat(book.between(day, day, List.of("US"))).containsOnlyKeys(day);
        assertThat(days("US", 2022)).doesNotContain(LocalDate.of(2022, 1, 1), day);
    }

    @Test
    void namesShouldBeEnglishWhereTheMachineSpeaksAnotherLanguage() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            LocalDate day = LocalDate.of(2026, 5, 1);
            assertThat(book.between(day, day, List.of("DE")).get(day))
                    .extracting(Holiday::name)
                    .containsExactly("Labour day");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private Set<LocalDate> days(String area, int year) {
        return book.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), List.of(area))
                .keySet();
    }
}

package energy.optibid.market.internal.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NercHolidaysTest {

    @Test
    void daysShouldBeThoseOfThePublishedList() {
        assertThat(days(2010))
                .containsExactly("2010-01-01", "2010-05-31", "2010-07-05", "2010-09-06", "2010-11-25", "2010-12-25");
        assertThat(days(2011))
                .containsExactly("2011-01-01", "2011-05-30", "2011-07-04", "2011-09-05", "2011-11-24", "2011-12-26");
    }

    @Test
    void namesShouldStandAtTheirDays() {
        assertThat(new TreeMap<>(NercHolidays.of(2027)))
                .containsEntry(LocalDate.of(2027, 7, 5), "Independence Day")
                .containsEntry(LocalDate.of(2027, 11, 25), "Thanksgiving Day")
                .containsEntry(LocalDate.of(2027, 12, 25), "Christmas Day");
    }

    @Test
    void noDayShouldBeASundayAndEachYearHaveSix() {
        for (int year = 2013; year <= 2030; year++) {
            assertThat(NercHolidays.of(year)).hasSize(6);
            assertThat(NercHolidays.of(year).keySet())
                    .allSatisfy(day -> assertThat(day.getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY));
        }
    }

    private static Stream<String> days(int year) {
        return NercHolidays.of(year).keySet().stream().sorted().map(LocalDate::toString);
    }
}

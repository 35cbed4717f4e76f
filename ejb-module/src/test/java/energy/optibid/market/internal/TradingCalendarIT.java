package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.CalendarDay;
import energy.optibid.market.Holiday;
import energy.optibid.market.NoRulesException;
import energy.optibid.market.Product;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.RuleSet;
import energy.optibid.market.StoredMarket;
import energy.optibid.market.TradingCalendar;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.quantity.MarketTimeUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendars of the built-in markets, on every day of 18 years. */
class TradingCalendarIT {
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2030;

    private Connection connection;
    private TradingCalendar calendar;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
        calendar = StoredMarket.calendar(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void everyDayShouldHaveThePeriodsThatAddUpToItsHours() throws SQLException {
        for (RuleSet rules : new RuleTable(connection).all()) {
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                LocalDate first = later(rules.validFrom(), LocalDate.of(year, 1, 1));
                LocalDate last = LocalDate.of(year, 12, 31);
                if (rules.appliesOn(first) && rules.appliesOn(last)) {
                    check(calendar.days(rules.productCode(), first, last), rules);
                }
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void check(List<CalendarDay> days, RuleSet rules) {
        CalendarDay before = null;
        for (CalendarDay day : days) {
            Duration length = Duration.between(day.day().start(), day.day().end());
            assertThat(length.toHours()).as("%s", day.day()).isBetween(23L, 25L);
            assertThat(day.periods() * (long) day.timeUnit().minutes()).isEqualTo(length.toMinutes());
            assertThat(day.timeUnit()).isEqualTo(rules.timeUnit());
            assertThat(day.gates()).isEqualTo(rules.gates(day.day().date()));
            if (before != null) {
                assertThat(day.day().start()).isEqualTo(before.day().end());
            }
            before = day;
        }
    }

    @Test
    void periodsShouldFollowTheRulesOfEachDay() {
        List<CalendarDay> days = calendar.days("SDAC", LocalDate.of(2025, 9, 30), LocalDate.of(2025, 10, 26));

        assertThat(days).hasSize(27);
        assertThat(days.get(0).periods()).isEqualTo(24);
        assertThat(days.get(0).timeUnit()).isEqualTo(MarketTimeUnit.HOUR);
        assertThat(days.get(1).periods()).isEqualTo(96);
        assertThat(days.get(1).timeUnit()).isEqualTo(MarketTimeUnit.QUARTER_HOUR);
        assertThat(days.get(26).periods()).isEqualTo(100);
        assertThat(days.get(26).weekend()).isTrue();
        assertThat(days.get(24).weekend()).isFalse();
    }

    @Test
    void everyZoneShouldKnowItsHolidaysInEachYear() throws SQLException {
        for (Product product : new MarketTables(connection).products()) {
            LocalDate valid =
                    new RuleTable(connection).ofProduct(product.code()).get(0).validFrom();
            for (String zone : product.zoneCodes()) {
                for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                    if (!valid.isAfter(LocalDate.of(year, 1, 1))) {
                        check(product.code(), zone, year);
                    }
                }
            }
        }
    }

    private void check(String product, String zone, int year) {
        List<CalendarDay> days =
                calendar.daysOfZone(product, zone, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        assertThat(days.stream().filter(day -> !day.holidays().isEmpty()))
                .as("%s %d", zone, year)
                .hasSizeBetween(3, 40);
        assertThat(days.stream().flatMap(day -> day.holidays().stream()))
                .as("%s %d", zone, year)
                .allSatisfy(holiday -> assertThat(holiday.name()).isNotBlank().isNotEqualTo("undefined"));
    }

    @Test
    void holidaysShouldBeThoseOfTheZoneAlone() {
        LocalDate unity = LocalDate.of(2026, 10, 3);
        LocalDate luxembourg = LocalDate.of(2026, 6, 23);

        assertThat(areas("SDAC", "DE_LU", unity)).containsExactly("DE");
        assertThat(areas("SDAC", "DE_LU", luxembourg)).containsExactly("LU");
        assertThat(areas("SDAC", "FR", unity)).isEmpty();
        assertThat(areas("SDAC", "NP", LocalDate.of(2026, 12, 25))).containsExactly("DK", "FI", "NO", "SE");
        assertThat(areas("ERCOT_DAM", "ERCOT_HB_NORTH", LocalDate.of(2027, 7, 5)))
                .contains("NERC");
        assertThat(areas("IEX_DAM", "IN_N1", LocalDate.of(2026, 8, 15))).containsExactly("IN");
        assertThat(calendar.days("SDAC", unity, unity).get(0).holidays())
                .extracting(Holiday::area)
                .contains("DE")
                .doesNotContain("FR");
    }

    private List<String> areas(String product, String zone, LocalDate day) {
        return calendar.daysOfZone(product, zone, day, day).get(0).holidays().stream()
                .map(Holiday::area)
                .toList();
    }

    @Test
    void calendarShouldBeRefusedWhenSomethingIsNotThere() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatThrownBy(() -> calendar.days("SDAQ", day, day)).isInstanceOf(UnknownProductException.class);
        assertThatThrownBy(() -> calendar.daysOfZone("SDAC", "XX", day, day)).isInstanceOf(UnknownZoneException.class);
        assertThatThrownBy(() -> calendar.daysOfZone("SDAC", "GB", day, day))
                .isInstanceOf(ProductNotTradedException.class);
        assertThatThrownBy(() -> calendar.days("SDAC", LocalDate.of(2009, 12, 31), LocalDate.of(2010, 1, 1)))
                .isInstanceOf(NoRulesException.class)
                .hasMessageContaining("2009-12-31");
        assertThatThrownBy(() -> calendar.days("SDAC", day, day.plusDays(TradingCalendar.MOST_DAYS)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package energy.optibid.analytics;

import static energy.optibid.analytics.StoredFigures.AUTUMN;
import static energy.optibid.analytics.StoredFigures.FIRST_QUARTERLY;
import static energy.optibid.analytics.StoredFigures.LAST_HOURLY;
import static energy.optibid.analytics.StoredFigures.SPRING;
import static energy.optibid.analytics.StoredFigures.assertDecimal;
import static energy.optibid.analytics.StoredFigures.assertExtreme;
import static energy.optibid.analytics.StoredFigures.numbers;
import static energy.optibid.analytics.StoredFigures.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.analytics.PriceStatistics.Load;
import energy.optibid.analytics.SpreadReport.Spread;
import energy.optibid.market.NoRulesException;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statistics that were computed by hand. */
class PriceStatisticsIT {
    private static final LocalDate TUESDAY = LocalDate.of(2024, 5, 14);
    private static final String NO_PRICE = "";

    private StoredFigures stored;

    @BeforeEach
    void open() throws SQLException {
        stored = new StoredFigures();
    }

    @AfterEach
    void close() throws SQLException {
        stored.close();
    }

    @Test
    void statisticsShouldWeighByTimeWhenHoursAndQuarterHoursMix() throws SQLException {
        stored.storeMixedDays("AT");

        PriceStatistics prices = stored.statistics("AT", LAST_HOURLY, FIRST_QUARTERLY);

        assertThat(prices.periods()).isEqualTo(24 + 96);
        assertThat(prices.missingPeriods()).isZero();
        assertThat(prices.priced()).hasMinutes(48 * 60);
        // (12 h of 10, 12 h of 30, 6 h each of -4, 0, 8 and 20) / 48 h = 624 / 48
        assertDecimal(prices.meanPrice(), "13");
        // Squares: 14,880 / 48 = 310; 310 - 13² = 141
        assertDecimal(prices.standardDeviation(), "11.874342");
        assertExtreme(prices.minPrice(), "-4", "2025-09-30T22:00:00Z");
        assertExtreme(prices.maxPrice(), "30", "2025-09-30T10:00:00Z");
        assertThat(prices.negative().time()).hasMinutes(6 * 60);
        assertDecimal(prices.negative().share(), "0.125");
        assertThat(prices.zero().time()).hasMinutes(6 * 60);
        assertDecimal(prices.zero().share(), "0.125");
    }

    @Test
    void quantileShouldBeTheLeastPriceThatHoldsForTheShareWhenItIsMetExactly() throws SQLException {
        stored.storeMixedDays("AT");

        PriceStatistics prices = stored.statistics("AT", LAST_HOURLY, FIRST_QUARTERLY);

        // Up to -4: 6 h, 0: 12 h, 8: 18 h, 10: 30 h, 20: 36 h, 30: 48 h; asked for: 2.4, 12, 24, 36 and 45.6 h.
        assertThat(prices.quantiles())
                .extracting(quantile -> quantile.share() + " "
                        + quantile.price().stripTrailingZeros().toPlainString())
                .containsExactly("0.05 -4", "0.25 0", "0.50 10", "0.75 20", "0.95 30");
    }

    @Test
    void peakShouldBeTheWorkingHoursOfWeekdays() throws SQLException {
        stored.storeMixedDays("AT");

        PriceStatistics prices = stored.statistics("AT", LAST_HOURLY, FIRST_QUARTERLY);

        // Tuesday 4 h of 10 and 8 h of 30, Wednesday 12 h of 6: 352 / 24; the rest is 272 / 24.
        assertLoad(prices.base(), 48, "13");
        assertLoad(prices.peak(), 24, "14.666667");
        assertLoad(prices.offPeak(), 24, "11.333333");
    }

    @Test
    void statisticsShouldHaveTwentyThreeHoursWhenClockGoesForwardOnASunday() throws SQLException {
        stored.files().store("AT", PriceFiles.startOf(SPRING), 60, numbers(1, 23));

        PriceStatistics prices = stored.statistics("AT", SPRING, SPRING);

        assertThat(prices.periods()).isEqualTo(23);
        assertThat(prices.missingPeriods()).isZero();
        assertDecimal(prices.meanPrice(), "12");
        // (23² - 1) / 12 = 44
        assertDecimal(prices.standardDeviation(), "6.633250");
        assertExtreme(prices.minPrice(), "1", "2024-03-30T23:00:00Z");
        assertExtreme(prices.maxPrice(), "23", "2024-03-31T21:00:00Z");
        assertThat(prices.peak().priced()).isZero();
        assertThat(prices.peak().meanPrice()).isEmpty();
        assertLoad(prices.offPeak(), 23, "12");
        assertThat(prices.knownUntil()).contains(Instant.parse("2024-03-30T21:00:00Z"));
    }

    @Test
    void statisticsShouldHaveTwentyFiveHoursWhenClockGoesBack() throws SQLException {
        stored.files().store("AT", PriceFiles.startOf(AUTUMN), 60, numbers(1, 25));

        PriceStatistics prices = stored.statistics("AT", AUTUMN, AUTUMN);

        assertThat(prices.periods()).isEqualTo(25);
        assertThat(prices.missingPeriods()).isZero();
        assertDecimal(prices.meanPrice(), "13");
        assertDecimal(prices.standardDeviation(), "7.211103");
        assertExtreme(prices.maxPrice(), "25", "2024-10-27T22:00:00Z");
        assertDecimal(prices.quantiles().get(2).price(), "13");
    }

    @Test
    void statisticsShouldNameTheFirstPeriodWhenPricesAreEqual() throws SQLException {
        stored.files().store("AT", PriceFiles.startOf(TUESDAY), 60, Collections.nCopies(24, "-1.50"));

        PriceStatistics prices = stored.statistics("AT", TUESDAY, TUESDAY);

        assertExtreme(prices.minPrice(), "-1.5", "2024-05-13T22:00:00Z");
        assertExtreme(prices.maxPrice(), "-1.5", "2024-05-13T22:00:00Z");
        assertDecimal(prices.standardDeviation(), "0");
        assertDecimal(prices.negative().share(), "1");
        assertDecimal(prices.zero().share(), "0");
    }

    @Test
    void missingShouldCountPeriodsThatPricesDoNotCoverWholly() throws SQLException {
        List<String> quarters = new ArrayList<>(Collections.nCopies(96, "5"));
        quarters.set(1, NO_PRICE);
        quarters.set(3, NO_PRICE);
        quarters.set(8, NO_PRICE);
        stored.files().store("AT", PriceFiles.startOf(LAST_HOURLY), 15, quarters);
        stored.files().store("AT", PriceFiles.startOf(FIRST_QUARTERLY), 15, quarters);
        stored.files().store("FR", PriceFiles.startOf(FIRST_QUARTERLY), 60, Collections.nCopies(23, "5"));

        assertThat(stored.statistics("AT", LAST_HOURLY, LAST_HOURLY).missingPeriods())
                .as("quarter-hours of two hours")
                .isEqualTo(2);
        assertThat(stored.statistics("AT", FIRST_QUARTERLY, FIRST_QUARTERLY).missingPeriods())
                .isEqualTo(3);
        assertThat(stored.statistics("FR", FIRST_QUARTERLY, FIRST_QUARTERLY).missingPeriods())
                .as("an hour is four quarter-hours")
                .isEqualTo(4);
        assertThat(stored.statistics("AT", LAST_HOURLY, FIRST_QUARTERLY.plusDays(1))
                        .missingPeriods())
                .as("and a day without any price")
                .isEqualTo(2 + 3 + 96);
    }

    @Test
    void missingShouldNotBeHiddenByPeriodsThatOverlap() throws SQLException {
        stored.files().store("AT", PriceFiles.startOf(LAST_HOURLY), 15, Collections.nCopies(8, "5"));
        String hour = "time,known,price\n2025-09-29T22:00:00Z,2025-09-29T00:00:00Z,7\n";
        stored.files().store("SDAC", "AT", 60, false, hour);

        PriceStatistics prices = stored.statistics("AT", LAST_HOURLY, LAST_HOURLY);

        assertThat(prices.missingPeriods()).isEqualTo(22);
        assertThat(prices.periods())
                .as("the hour took the place of a quarter-hour")
                .isEqualTo(8);
        assertThat(prices.priced()).hasMinutes(60 + 7 * 15);
    }

    @Test
    void nothingShouldBeMissingBeforeTheProductHasRules() {
        assertThat(stored.statistics("AT", LocalDate.of(2009, 12, 1), LocalDate.of(2010, 1, 1))
                        .missingPeriods())
                .isEqualTo(24);
    }

    @Test
    void figuresShouldBeAbsentWhenThereIsNoPrice() {
        PriceStatistics prices = stored.statistics("AT", SPRING, AUTUMN);

        assertThat(prices.periods()).isZero();
        assertThat(prices.missingPeriods()).isEqualTo(211 * 24);
        assertThat(prices.priced()).isZero();
        assertThat(prices.meanPrice()).isEmpty();
        assertThat(prices.standardDeviation()).isEmpty();
        assertThat(prices.minPrice()).isEmpty();
        assertThat(prices.quantiles()).isEmpty();
        assertThat(prices.negative().share()).isEmpty();
        assertThat(prices.knownUntil()).isEmpty();
        assertThat(prices.simulated()).isFalse();
        DurationCurve curve = stored.curve("AT", SPRING, AUTUMN, 5);
        assertThat(curve.points()).isEmpty();
        assertThat(curve.exact()).isTrue();
        Spread spread = stored.spreads(SPRING, AUTUMN, "AT", "FR").get(0);
        assertThat(spread.common()).isZero();
        assertThat(spread.missing()).isZero();
        assertThat(spread.mean()).isEmpty();
        assertThat(spread.max()).isEmpty();
    }

    @Test
    void statisticsShouldBeOfWhatWasKnownWhenAskedAsOf() throws SQLException {
        stored.files().store("SDAC", "AT", 60, false, """
                time,known,price
                2024-05-14T10:00:00Z,2024-05-13T10:45:00Z,10
                2024-05-14T10:00:00Z,2024-05-13T12:00:00Z,-20
                """);
        stored.files()
                .store("SDAC", "AT", 60, true, "time,known,price\n2024-05-14T11:00:00Z,2024-05-13T12:00:00Z,60\n");
        ZoneQuery query = query("AT", TUESDAY, TUESDAY);

        PriceStatistics before = stored.facade().statistics(query, Optional.of(Instant.parse("2024-05-13T11:59:59Z")));
        PriceStatistics then = stored.facade().statistics(query, Optional.of(Instant.parse("2024-05-13T12:00:00Z")));
        PriceStatistics best = stored.facade().statistics(query, Optional.empty());

        assertDecimal(before.meanPrice(), "10");
        assertThat(before.periods()).isEqualTo(1);
        assertThat(before.simulated()).isFalse();
        assertThat(before.knownUntil()).contains(Instant.parse("2024-05-13T10:45:00Z"));
        assertDecimal(then.meanPrice(), "20");
        assertDecimal(best.meanPrice(), "20");
        assertThat(best.simulated()).isTrue();
    }

    @Test
    void peakShouldBeByTheClockOfTheMarketWhenItIsHalfAnHourFromUtc() throws SQLException {
        ZoneId kolkata = ZoneId.of("Asia/Kolkata");
        LocalDate day = LocalDate.of(2024, 12, 31);
        Instant start = day.atStartOfDay(kolkata).toInstant();
        StringBuilder csv = new StringBuilder("time,known,price\n");
        for (int i = 0; i < 96; i++) {
            Instant at = start.plus(Duration.ofMinutes(15L * i));
            csv.append(at + "," + at.minus(Duration.ofDays(1)) + "," + (i >= 32 && i < 80 ? "70" : "40") + "\n");
        }
        stored.files().store("IEX_DAM", "IN_N1", 15, false, csv.toString());

        PriceStatistics prices =
                stored.facade().statistics(new ZoneQuery("IEX_DAM", "IN_N1", day, day), Optional.empty());

        assertLoad(prices.peak(), 12, "70");
        assertLoad(prices.offPeak(), 12, "40");
        assertThat(prices.missingPeriods()).isZero();
        assertThat(prices.tradingZone()).isEqualTo(kolkata);
        assertThat(prices.currency()).isEqualTo("INR");
    }

    @Test
    void questionShouldBeRefusedWhenProductIsNotTradedThereOrItIsTooMuch() {
        LocalDate first = LocalDate.of(2014, 1, 1);
        LocalDate last = LocalDate.of(2023, 12, 31);

        assertThatThrownBy(() -> stored.statistics("XX", SPRING, SPRING)).isInstanceOf(UnknownZoneException.class);
        assertThatThrownBy(() -> stored.statistics("GB", SPRING, SPRING)).isInstanceOf(ProductNotTradedException.class);
        assertThatThrownBy(() -> stored.facade().durationCurve(new ZoneQuery("XX", "AT", SPRING, SPRING), 2))
                .isInstanceOf(UnknownProductException.class);
        assertThatThrownBy(() -> stored.statistics("AT", LocalDate.of(2009, 1, 1), LocalDate.of(2009, 1, 2)))
                .isInstanceOf(NoRulesException.class);
        assertThatThrownBy(() -> stored.spreads(SPRING, SPRING, "AT", "GB"))
                .isInstanceOf(ProductNotTradedException.class);
        // 3,652 days of 24 hours of three zones
        assertThatThrownBy(() -> stored.spreads(first, last, "AT", "FR", "DE_LU"))
                .isInstanceOfSatisfying(
                        TooManyHoursException.class,
                        refused -> assertThat(refused.hours()).isEqualTo(3_652L * 24 * 3));
    }

    private static void assertLoad(Load load, int hours, String mean) {
        assertThat(load.priced()).hasMinutes(hours * 60L);
        assertDecimal(load.meanPrice(), mean);
    }
}

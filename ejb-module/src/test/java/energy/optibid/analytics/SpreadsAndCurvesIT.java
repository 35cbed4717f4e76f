package energy.optibid.analytics;

import static energy.optibid.analytics.StoredFigures.AUTUMN;
import static energy.optibid.analytics.StoredFigures.FIRST_QUARTERLY;
import static energy.optibid.analytics.StoredFigures.LAST_HOURLY;
import static energy.optibid.analytics.StoredFigures.assertDecimal;
import static energy.optibid.analytics.StoredFigures.assertExtreme;
import static energy.optibid.analytics.StoredFigures.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.analytics.DurationCurve.Point;
import energy.optibid.analytics.SpreadReport.Spread;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spreads and duration curves that were computed by hand. */
class SpreadsAndCurvesIT {
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
    void curveShouldHaveEveryPriceWhenThereAreNoMorePeriodsThanPoints() throws SQLException {
        stored.storeMixedDays("AT");

        DurationCurve curve = stored.curve("AT", LAST_HOURLY, FIRST_QUARTERLY, 120);

        assertThat(curve.exact()).isTrue();
        assertThat(curve.priced()).hasMinutes(48 * 60);
        // From the greatest down 12, 18, 30, 36, 42 and 48 of 48 h.
        assertThat(points(curve)).containsExactly("0.25 30", "0.375 20", "0.625 10", "0.75 8", "0.875 0", "1 -4");
    }

    @Test
    void curveShouldKeepBothEndsWhenItIsASample() throws SQLException {
        stored.storeMixedDays("AT");

        DurationCurve curve = stored.curve("AT", LAST_HOURLY, FIRST_QUARTERLY, 5);
        DurationCurve ends = stored.curve("AT", LAST_HOURLY, FIRST_QUARTERLY, 2);

        assertThat(curve.exact()).isFalse();
        assertThat(curve.periods()).isEqualTo(120);
        assertThat(points(curve)).containsExactly("0 30", "0.25 30", "0.5 10", "0.75 8", "1 -4");
        assertThat(points(ends)).containsExactly("0 30", "1 -4");
    }

    @Test
    void spreadShouldAverageTheFinerPricesWhenPeriodsDiffer() throws SQLException {
        stored.storeMixedDays("AT");
        stored.files().store("FR", PriceFiles.startOf(FIRST_QUARTERLY), 60, numbers(1, 24));

        Spread spread = stored.spreads(LAST_HOURLY, FIRST_QUARTERLY, "AT", "FR").get(0);

        // The mean of -4, 0, 8 and 20 is 6: from 6 - 1 = 5 down to 6 - 24 = -18.
        assertThat(spread.pair()).isEqualTo(new SpreadQuery.Pair("AT", "FR"));
        assertThat(spread.common()).hasMinutes(24 * 60);
        assertThat(spread.missing()).as("FR on the first day").hasMinutes(24 * 60);
        assertDecimal(spread.mean(), "-6.5");
        // (5 + 4 + 3 + 2 + 1) + (1 + … + 18) = 15 + 171 of 24
        assertDecimal(spread.meanAbsolute(), "7.75");
        assertExtreme(spread.min(), "-18", "2025-10-01T21:00:00Z");
        assertExtreme(spread.max(), "5", "2025-09-30T22:00:00Z");
        assertThat(spread.above()).hasMinutes(5 * 60);
        assertThat(spread.equal()).hasMinutes(1 * 60);
        assertThat(spread.below()).hasMinutes(18 * 60);
    }

    @Test
    void spreadShouldBeByQuarterHourWhenBothAre() throws SQLException {
        stored.storeMixedDays("AT");
        stored.files().store("FR", PriceFiles.startOf(FIRST_QUARTERLY), 15, Collections.nCopies(96, "0"));

        Spread spread =
                stored.spreads(FIRST_QUARTERLY, FIRST_QUARTERLY, "AT", "FR").get(0);

        assertDecimal(spread.mean(), "6");
        assertDecimal(spread.meanAbsolute(), "8");
        assertExtreme(spread.min(), "-4", "2025-09-30T22:00:00Z");
        assertExtreme(spread.max(), "20", "2025-09-30T22:45:00Z");
        assertThat(spread.below()).hasMinutes(6 * 60);
        assertThat(spread.equal()).hasMinutes(6 * 60);
        assertThat(spread.above()).hasMinutes(12 * 60);
        assertThat(spread.missing()).isZero();
    }

    @Test
    void hourShouldBeMissingWhenTheFinerPricesDoNotCoverIt() throws SQLException {
        stored.files()
                .store("AT", PriceFiles.startOf(FIRST_QUARTERLY), 15, List.of("1", "", "3", "4", "8", "8", "8", "8"));
        stored.files().store("FR", PriceFiles.startOf(FIRST_QUARTERLY), 60, List.of("2", "2", "2"));

        Spread spread =
                stored.spreads(FIRST_QUARTERLY, FIRST_QUARTERLY, "FR", "AT").get(0);

        assertThat(spread.common()).hasMinutes(1 * 60);
        assertDecimal(spread.mean(), "-6");
        assertThat(spread.missing()).hasMinutes(2 * 60);
    }

    @Test
    void spreadsShouldFollowTheOrderOfTheZonesOrTheReference() throws SQLException {
        stored.files().store("AT", PriceFiles.startOf(AUTUMN), 60, Collections.nCopies(25, "10"));
        stored.files().store("FR", PriceFiles.startOf(AUTUMN), 60, Collections.nCopies(25, "4"));
        stored.files().store("DE_LU", PriceFiles.startOf(AUTUMN), 60, Collections.nCopies(25, "3"));
        List<String> zones = List.of("FR", "AT", "DE_LU");

        List<Spread> pairs = stored.spreads(AUTUMN, AUTUMN, "FR", "AT", "DE_LU");
        List<Spread> against = stored.facade()
                .spreads(new SpreadQuery("SDAC", zones, Optional.of("AT"), AUTUMN, AUTUMN))
                .spreads();

        assertThat(pairs).extracting(SpreadsAndCurvesIT::mean).containsExactly("FR AT -6", "FR DE_LU 1", "AT DE_LU 7");
        assertThat(against).extracting(SpreadsAndCurvesIT::mean).containsExactly("FR AT -6", "DE_LU AT -7");
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.common()).hasMinutes(25 * 60));
    }

    private static List<String> points(DurationCurve curve) {
        return curve.points().stream().map(SpreadsAndCurvesIT::point).toList();
    }

    private static String point(Point point) {
        return point.share().stripTrailingZeros().toPlainString() + " "
                + point.price().stripTrailingZeros().toPlainString();
    }

    private static String mean(Spread spread) {
        return spread.pair().zoneCode() + " " + spread.pair().otherZoneCode() + " "
                + spread.mean().orElseThrow().stripTrailingZeros().toPlainString();
    }
}

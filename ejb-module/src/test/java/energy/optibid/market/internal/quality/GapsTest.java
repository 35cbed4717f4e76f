package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityKind;
import energy.optibid.market.SeriesQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {

    @Test
    void gapsShouldBeMergedWhereMissingPeriodsFollowOneAnother() {
        SeriesQuality quality = new HandMade()
                .run("2024-01-09T23:00:00Z", 60, 24, HandMade::hourly)
                .without("2024-01-10T02:00:00Z", "2024-01-10T03:00:00Z", "2024-01-10T22:00:00Z")
                .look("price", "2024-01-10", "2024-01-10");

        assertThat(HandMade.found(QualityKind.GAP, quality))
                .containsExactly(
                        "2024-01-10T02:00:00Z/2024-01-10T04:00:00Z 2 no value",
                        "2024-01-10T22:00:00Z/2024-01-10T23:00:00Z 1 no value");
        assertThat(quality.expectedPeriods()).isEqualTo(24);
        assertThat(quality.presentPeriods()).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31, 2024-03-30T23:00:00Z, 60, 23",
        "2024-06-01, 2024-05-31T22:00:00Z, 60, 24",
        "2024-10-27, 2024-10-26T22:00:00Z, 60, 25",
        "2026-03-29, 2026-03-28T23:00:00Z, 15, 92",
        "2026-06-01, 2026-05-31T22:00:00Z, 15, 96",
        "2026-10-25, 2026-10-24T22:00:00Z, 15, 100"
    })
    void dayShouldBeCompleteWithAsManyPeriodsAsItHas(String day, String start, int minutes, int periods) {
        SeriesQuality complete =
                new HandMade().run(start, minutes, periods, HandMade::hourly).look("price", day, day);
        SeriesQuality cut = new HandMade()
                .run(start, minutes, periods - 1, HandMade::hourly)
                .look("price", day, day);

        assertThat(HandMade.found(QualityKind.GAP, complete)).isEmpty();
        assertThat(complete.expectedPeriods()).isEqualTo(periods);
        assertThat(complete.presentPeriods()).isEqualTo(periods);
        assertThat(HandMade.found(QualityKind.GAP, cut)).hasSize(1);
        assertThat(cut.presentPeriods()).isEqualTo(periods - 1);
    }

    @Test
    void gapShouldBeOneWhereTheTimeUnitChangesWithinIt() {
        SeriesQuality nothing = new HandMade().look("price", "2025-09-30", "2025-10-01");

        assertThat(HandMade.found(QualityKind.GAP, nothing))
                .containsExactly("2025-09-29T22:00:00Z/2025-10-01T22:00:00Z 120 no value");
        assertThat(nothing.storedValues()).isZero();
        assertThat(nothing.knownUntil()).isEmpty();
    }

    @Test
    void hourShouldCoverTheQuartersInIt() {
        SeriesQuality hours = new HandMade()
                .run("2025-09-29T22:00:00Z", 60, 48, HandMade::hourly)
                .without("2025-10-01T21:00:00Z")
                .look("load-forecast", "2025-09-30", "2025-10-01");

        assertThat(HandMade.found(QualityKind.GAP, hours))
                .containsExactly("2025-10-01T21:00:00Z/2025-10-01T22:00:00Z 4 no value");
        assertThat(hours.presentPeriods()).isEqualTo(24 + 92);
        assertThat(hours.minutes()).containsExactly(60);
    }

    @Test
    void hourShouldBeMissingWhereOneOfItsQuartersIs() {
        HandMade quarters = new HandMade()
                .run("2024-01-09T23:00:00Z", 15, 96, HandMade::hourly)
                .without("2024-01-10T02:15:00Z", "2024-01-10T02:45:00Z");

        assertThat(quarters.found(QualityKind.GAP, "price", "2024-01-10", "2024-01-10"))
                .containsExactly("2024-01-10T02:00:00Z/2024-01-10T03:00:00Z 1 values for a part of the period only");
    }

    @Test
    void quarterThatTookThePlaceOfAnHourShouldLeaveTheRestOpen() {
        HandMade replaced = new HandMade()
                .run("2024-01-09T23:00:00Z", 60, 24, HandMade::hourly)
                .value("2024-01-10T05:00:00Z", 15, "2024-01-01T00:00:00Z", "70");

        assertThat(replaced.found(QualityKind.GAP, "price", "2024-01-10", "2024-01-10"))
                .containsExactly("2024-01-10T05:00:00Z/2024-01-10T06:00:00Z 1 values for a part of the period only");
    }

    @Test
    void whatIsNotDueShouldBeNoGap() {
        HandMade nothing = new HandMade().now("2024-01-10T11:44:59Z");

        SeriesQuality price = nothing.look("price", "2024-01-10", "2024-01-11");
        SeriesQuality forecast = nothing.look("load-forecast", "2024-01-10", "2024-01-11");
        SeriesQuality load = nothing.look("load", "2024-01-10", "2024-01-11");
        SeriesQuality published = nothing.now("2024-01-10T11:45:00Z").look("price", "2024-01-10", "2024-01-11");

        assertThat(price.expectedPeriods()).as("results at 12:45").isEqualTo(24);
        assertThat(price.notYetDuePeriods()).isEqualTo(24);
        assertThat(forecast.expectedPeriods()).as("wanted before the gate").isEqualTo(48);
        assertThat(load.expectedPeriods())
                .as("hours that have ended by 11:44:59")
                .isEqualTo(12);
        assertThat(load.notYetDuePeriods()).isEqualTo(36);
        assertThat(HandMade.found(QualityKind.GAP, load))
                .containsExactly("2024-01-09T23:00:00Z/2024-01-10T11:00:00Z 12 no value");
        assertThat(published.expectedPeriods()).isEqualTo(48);
    }
}

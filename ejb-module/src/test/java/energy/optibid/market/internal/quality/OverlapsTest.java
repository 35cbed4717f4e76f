package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityKind;
import energy.optibid.market.SeriesQuality;
import org.junit.jupiter.api.Test;

class OverlapsTest {
    private static final String LATER = "2001-01-01T00:00:00Z";

    @Test
    void quartersWithinAnHourShouldBeFoundAsOne() {
        HandMade both = new HandMade()
                .run("2024-01-09T23:00:00Z", 60, 24, HandMade::hourly)
                .value("2024-01-10T05:15:00Z", 15, "70")
                .value("2024-01-10T05:30:00Z", 15, "71")
                .value("2024-01-10T05:45:00Z", 15, "72");

        assertThat(both.found(QualityKind.DUPLICATE, "price", "2024-01-10", "2024-01-10"))
                .containsExactly("2024-01-10T05:15:00Z/2024-01-10T06:00:00Z 3 values of 15 minutes within one of 60");
    }

    @Test
    void hourThatCameAfterItsQuartersShouldBeFoundBesideThem() {
        SeriesQuality quality = new HandMade()
                .run("2024-01-09T23:00:00Z", 15, 96, HandMade::hourly)
                .value("2024-01-10T05:00:00Z", 60, LATER, "70")
                .look("price", "2024-01-10", "2024-01-10");

        assertThat(HandMade.found(QualityKind.DUPLICATE, quality))
                .containsExactly("2024-01-10T05:15:00Z/2024-01-10T06:00:00Z 3 values of 15 minutes within one of 60");
        assertThat(quality.minutes()).containsExactly(15, 60);
    }

    @Test
    void hourThatQuartersTookThePlaceOfShouldBeARevision() {
        SeriesQuality quality = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "70")
                .value("2024-01-10T05:00:00Z", 15, LATER, "70")
                .value("2024-01-10T05:15:00Z", 15, LATER, "71")
                .value("2024-01-10T05:30:00Z", 15, LATER, "72")
                .value("2024-01-10T05:45:00Z", 15, LATER, "73")
                .look("price", "2024-01-10", "2024-01-10");

        assertThat(HandMade.found(QualityKind.DUPLICATE, quality)).isEmpty();
        assertThat(HandMade.found(QualityKind.REVISION, quality))
                .containsExactly("2024-01-10T05:00:00Z/2024-01-10T05:15:00Z 1 2 different values");
    }

    @Test
    void quarterWithinAHalfHourWithinAnHourShouldBeSeenByTheLongest() {
        HandMade three = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "70")
                .value("2024-01-10T05:30:00Z", 30, "71")
                .value("2024-01-10T05:45:00Z", 15, "72");

        assertThat(three.found(QualityKind.DUPLICATE, "price", "2024-01-10", "2024-01-10"))
                .containsExactly(
                        "2024-01-10T05:30:00Z/2024-01-10T06:00:00Z 1 values of 30 minutes within one of 60",
                        "2024-01-10T05:45:00Z/2024-01-10T06:00:00Z 1 values of 15 minutes within one of 60");
    }

    @Test
    void changeOfTheTimeUnitShouldBeNoOverlap() {
        HandMade change = new HandMade()
                .run("2025-09-29T22:00:00Z", 60, 24, HandMade::hourly)
                .run("2025-09-30T22:00:00Z", 15, 96, HandMade::hourly);

        SeriesQuality quality = change.look("price", "2025-09-30", "2025-10-01");
        assertThat(quality.findings()).isEmpty();
        assertThat(quality.minutes()).containsExactly(15, 60);
        assertThat(quality.presentPeriods()).isEqualTo(120);
    }
}

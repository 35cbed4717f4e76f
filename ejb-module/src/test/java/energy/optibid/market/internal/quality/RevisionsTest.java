package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityCount;
import energy.optibid.market.QualityKind;
import energy.optibid.market.SeriesQuality;
import org.junit.jupiter.api.Test;

class RevisionsTest {
    private static final String LATER = "2001-01-01T00:00:00Z";
    private static final String LAST = "2002-01-01T00:00:00Z";

    @Test
    void otherValuesShouldBeCountedAndTheSameOneNot() {
        SeriesQuality quality = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "61")
                .value("2024-01-10T05:00:00Z", 60, LATER, "62")
                .value("2024-01-10T06:00:00Z", 60, "61")
                .value("2024-01-10T06:00:00Z", 60, LATER, "63.5")
                .value("2024-01-10T07:00:00Z", 60, "61")
                .value("2024-01-10T07:00:00Z", 60, LATER, "61.00")
                .value("2024-01-10T08:00:00Z", 60, "61")
                .value("2024-01-10T08:00:00Z", 60, LATER, "62")
                .value("2024-01-10T08:00:00Z", 60, LAST, "61")
                .value("2024-01-10T09:00:00Z", 60, "1")
                .value("2024-01-10T09:00:00Z", 60, LATER, "2")
                .value("2024-01-10T09:00:00Z", 60, LAST, "3")
                .look("load", "2024-01-10", "2024-01-10");

        assertThat(HandMade.found(QualityKind.REVISION, quality))
                .containsExactly(
                        "2024-01-10T05:00:00Z/2024-01-10T07:00:00Z 2 2 different values",
                        "2024-01-10T08:00:00Z/2024-01-10T09:00:00Z 1 2 different values",
                        "2024-01-10T09:00:00Z/2024-01-10T10:00:00Z 1 3 different values");
        assertThat(quality.counts()).contains(new QualityCount(QualityKind.REVISION, 3, 4));
        assertThat(quality.storedValues()).isEqualTo(12);
    }
}

package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenRunsTest {

    @ParameterizedTest
    @CsvSource({"15, 23, 0", "15, 24, 1", "60, 5, 0", "60, 6, 1", "60, 24, 1"})
    void runShouldBeFoundFromSixHoursOn(int minutes, int count, int findings) {
        HandMade frozen =
                new HandMade().run("2024-01-09T23:00:00Z", minutes, count, i -> i % 2 == 0 ? "61.5" : "61.50");

        assertThat(frozen.found(QualityKind.FROZEN, "price", "2024-01-10", "2024-01-10"))
                .hasSize(findings);
    }

    @Test
    void runsShouldEndWhereTheValueChangesOrIsMissing() {
        HandMade values = new HandMade()
                .run("2024-01-09T23:00:00Z", 60, 7, i -> "60")
                .run("2024-01-10T06:00:00Z", 60, 6, i -> "70")
                .run("2024-01-10T12:00:00Z", 60, 11, i -> "80")
                .without("2024-01-10T17:00:00Z");

        assertThat(values.found(QualityKind.FROZEN, "load", "2024-01-10", "2024-01-10"))
                .containsExactly(
                        "2024-01-09T23:00:00Z/2024-01-10T06:00:00Z 7 always 60",
                        "2024-01-10T06:00:00Z/2024-01-10T12:00:00Z 6 always 70");
    }

    @Test
    void runShouldGoOnOverMidnightAndOverTheHourThatTheClockRepeats() {
        HandMade values = new HandMade().run("2024-10-26T20:00:00Z", 60, 6, i -> "-3.2");

        assertThat(values.found(QualityKind.FROZEN, "price", "2024-10-26", "2024-10-27"))
                .containsExactly("2024-10-26T20:00:00Z/2024-10-27T02:00:00Z 6 always -3.2");
    }

    @Test
    void zeroShouldBeAllowedToStay() {
        HandMade night = new HandMade().run("2024-01-09T23:00:00Z", 60, 24, i -> i < 12 ? "0" : "0.00");

        assertThat(night.found(QualityKind.FROZEN, "solar-forecast", "2024-01-10", "2024-01-10"))
                .isEmpty();
    }

    @Test
    void lengthShouldBeThatOfTheQuestion() {
        HandMade values = new HandMade().run("2024-01-09T23:00:00Z", 60, 3, i -> "60");

        assertThat(values.frozenHours(3).found(QualityKind.FROZEN, "price", "2024-01-10", "2024-01-10"))
                .hasSize(1);
        assertThat(values.frozenHours(4).found(QualityKind.FROZEN, "price", "2024-01-10", "2024-01-10"))
                .isEmpty();
    }

    @Test
    void valueInForceShouldCount() {
        HandMade corrected = new HandMade()
                .run("2024-01-09T23:00:00Z", 60, 7, i -> "60")
                .value("2024-01-10T02:00:00Z", 60, "2001-01-01T00:00:00Z", "61");

        assertThat(corrected.found(QualityKind.FROZEN, "price", "2024-01-10", "2024-01-10"))
                .isEmpty();
    }
}

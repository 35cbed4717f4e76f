package energy.optibid.market.internal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.QualityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfRangeTest {

    @Test
    void priceShouldLieWithinTheLimitsOfItsDay() {
        HandMade prices = new HandMade()
                .value("2022-05-08T22:00:00Z", 60, "3000")
                .value("2022-05-08T23:00:00Z", 60, "3000.01")
                .value("2022-05-09T00:00:00Z", 60, "-500.00")
                .value("2022-05-09T01:00:00Z", 60, "-500.01")
                .value("2022-05-09T02:00:00Z", 60, "-500.01")
                .value("2022-05-09T22:00:00Z", 60, "3000.01")
                .value("2022-05-09T23:00:00Z", 60, "4000.5");

        assertThat(prices.found(QualityKind.OUT_OF_RANGE, "price", "2022-05-09", "2022-05-10"))
                .containsExactly(
                        "2022-05-08T23:00:00Z/2022-05-09T00:00:00Z 1 3000.01 above 3000",
                        "2022-05-09T01:00:00Z/2022-05-09T03:00:00Z 2 -500.01 below -500",
                        "2022-05-09T23:00:00Z/2022-05-10T00:00:00Z 1 4000.5 above 4000");
    }

    @Test
    void valueThatWasCorrectedShouldNotCount() {
        HandMade corrected = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "99999")
                .value("2024-01-10T05:00:00Z", 60, "2001-01-01T00:00:00Z", "99.99");

        assertThat(corrected.found(QualityKind.OUT_OF_RANGE, "price", "2024-01-10", "2024-01-10"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"load", "load-forecast", "generation-forecast", "solar-forecast", "wind", "wind-solar"})
    void loadAndProductionShouldNotBeNegative(String series) {
        HandMade values = new HandMade()
                .value("2024-01-10T05:00:00Z", 60, "0")
                .value("2024-01-10T06:00:00Z", 60, "-0.001")
                .value("2024-01-10T07:00:00Z", 60, "99999999");

        assertThat(values.found(QualityKind.OUT_OF_RANGE, series, "2024-01-10", "2024-01-10"))
                .containsExactly("2024-01-10T06:00:00Z/2024-01-10T07:00:00Z 1 -0.001 below 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"residual-load", "net-position", "loadable", "windows"})
    void otherSeriesShouldHaveNoLimits(String series) {
        HandMade values = new HandMade().value("2024-01-10T06:00:00Z", 60, "-4000");

        assertThat(values.found(QualityKind.OUT_OF_RANGE, series, "2024-01-10", "2024-01-10"))
                .isEmpty();
    }
}

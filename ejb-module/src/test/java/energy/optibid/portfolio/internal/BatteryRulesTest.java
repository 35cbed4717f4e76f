package energy.optibid.portfolio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import energy.optibid.portfolio.AssetFinding;
import energy.optibid.portfolio.AssetRefusedException.Rule;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.NewBattery;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatteryRulesTest {

    @Test
    void findingsShouldBeNoneWhenBatteryKeepsAllRules() {
        assertThat(BatteryRules.findings(named("Neu-Ulm 1"))).isEmpty();
    }

    @Test
    void findingsShouldTellAllWhenSeveralRulesAreBroken() {
        Battery broken = battery("0", "100000.001", "-20", "1.01", "0", "1", "-1", "0");

        assertThat(BatteryRules.findings(new NewBattery("", "DE_LU", broken)))
                .extracting(AssetFinding::rule, AssetFinding::field)
                .containsExactly(
                        tuple(Rule.INVALID_NAME, "name"),
                        tuple(Rule.OUT_OF_RANGE, "battery.chargePowerMw"),
                        tuple(Rule.OUT_OF_RANGE, "battery.dischargePowerMw"),
                        tuple(Rule.OUT_OF_RANGE, "battery.usableCapacityMwh"),
                        tuple(Rule.OUT_OF_RANGE, "battery.chargeEfficiency"),
                        tuple(Rule.OUT_OF_RANGE, "battery.dischargeEfficiency"),
                        tuple(Rule.OUT_OF_RANGE, "battery.selfDischargePerHour"),
                        tuple(Rule.OUT_OF_RANGE, "battery.degradationCostPerMwh"),
                        tuple(Rule.OUT_OF_RANGE, "battery.cyclesPerDay"));
    }

    @Test
    void findingsShouldRefuseDigitsWhenTheyWouldBeRounded() {
        Battery exact = battery("10.1230", "10", "20", "0.9876543", "0.95", "0.000000001", "1.23456", "1.2345");

        assertThat(BatteryRules.findings(new NewBattery("B", "DE_LU", exact)))
                .extracting(AssetFinding::rule, AssetFinding::field)
                .containsExactly(
                        tuple(Rule.TOO_MANY_DECIMALS, "battery.chargeEfficiency"),
                        tuple(Rule.TOO_MANY_DECIMALS, "battery.selfDischargePerHour"),
                        tuple(Rule.TOO_MANY_DECIMALS, "battery.degradationCostPerMwh"),
                        tuple(Rule.TOO_MANY_DECIMALS, "battery.cyclesPerDay"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " B", "B ", "a\tb", "a\nb"})
    void findingsShouldRefuseNameWhenItHasBlanksAtItsEndsOrControls(String name) {
        assertThat(BatteryRules.findings(named(name)))
                .extracting(AssetFinding::rule)
                .containsExactly(Rule.INVALID_NAME);
    }

    private static NewBattery named(String name) {
        return new NewBattery(name, "DE_LU", battery("10", "10", "20", "0.95", "1", "0", "0", "1"));
    }

    private static Battery battery(String... values) {
        BigDecimal[] numbers =
                java.util.Arrays.stream(values).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return new Battery(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                Optional.of(numbers[7]));
    }
}

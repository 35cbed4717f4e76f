package energy.optibid.optimisation;

import static energy.optibid.optimisation.Problems.hourly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InfeasiblePlanTest {
    private static final OptionalDouble FREE = OptionalDouble.empty();

    private final BatteryPlanner planner = new BatteryPlanner();

    @Test
    void planShouldNameTheStartWhenItIsAboveTheCapacity() {
        InfeasiblePlanException e = refusal(hourly(battery(10, 10, 0, FREE), 20.5, FREE, 10, 20));
        assertThat(e.limit()).isEqualTo("start-state-of-charge");
        assertThat(e).hasMessage("The state of charge at the start, 20.5 MWh, is above the usable capacity of 20 MWh");
    }

    @Test
    void planShouldNameTheEndWhenItIsAboveTheCapacity() {
        InfeasiblePlanException e = refusal(hourly(battery(10, 10, 0, FREE), 0, OptionalDouble.of(21), 10, 20));
        assertThat(e.limit()).isEqualTo("end-state-of-charge");
        assertThat(e).hasMessage("The state of charge at the end, 21 MWh, is above the usable capacity of 20 MWh");
    }

    @Test
    void planShouldNameTheEndWhenThePowerCannotFillTheStoreInTime() {
        InfeasiblePlanException e = refusal(hourly(battery(5, 10, 0, FREE), 0, OptionalDouble.of(12), 10, 20));
        assertThat(e.limit()).isEqualTo("end-state-of-charge");
        assertThat(e)
                .hasMessage("The state of charge at the end, 12 MWh, cannot be reached: charging at 5 MW for 2 h from"
                        + " 0 MWh gives at most 9 MWh");
    }

    @Test
    void planShouldNameTheEndWhenThePowerCannotEmptyTheStoreInTime() {
        InfeasiblePlanException e = refusal(hourly(battery(10, 4.5, 0, FREE), 20, OptionalDouble.of(0), 10, 20));
        assertThat(e.limit()).isEqualTo("end-state-of-charge");
        assertThat(e)
                .hasMessage("The state of charge at the end, 0 MWh, cannot be reached: discharging at 4.5 MW for 2 h"
                        + " from 20 MWh leaves at least 10 MWh");
    }

    @Test
    void planShouldBlameSelfDischargeWhenOnlyItKeepsTheEndOutOfReach() {
        InfeasiblePlanException e = refusal(hourly(battery(0, 10, 0.1, FREE), 10, OptionalDouble.of(10), 10, 20));
        assertThat(e.limit()).isEqualTo("end-state-of-charge");
        assertThat(e)
                .hasMessage("The state of charge at the end, 10 MWh, cannot be reached: with a self-discharge of 0.1 an"
                        + " hour, charging at 0 MW from 10 MWh leaves at most 8.1 MWh");
    }

    @Test
    void planShouldNameTheCyclesWhenTheyDoNotLetTheStoreEmpty() {
        BatteryProblem problem = hourly(battery(10, 10, 0, OptionalDouble.of(0.25)), 20, OptionalDouble.of(0), 10, 20);
        InfeasiblePlanException e = refusal(problem);
        assertThat(e.limit()).isEqualTo("cycles-per-day");
        assertThat(e)
                .hasMessage("To end at 0 MWh from 20 MWh takes 18 MWh discharged at the grid, and 0.25 cycles a day of"
                        + " 20 MWh allow 5 MWh");
    }

    @Test
    void planShouldCountWhatDecaysByItselfWhenTheCyclesAreTight() {
        BatteryParameters battery = battery(10, 10, 0.5, OptionalDouble.of(0.225));
        // 20 MWh decay to 5 MWh in two hours; discharged at the end, 4.5 MWh at the grid are enough.
        BatteryPlan plan = planner.plan(hourly(battery, 20, OptionalDouble.of(0), 10, 20));
        assertThat(plan.powerMw()).containsExactly(0.0, 4.5);
    }

    @Test
    void planShouldSucceedWhenTheEndIsJustInReach() {
        for (double end : new double[] {0, 0.3, 9}) {
            BatteryPlan plan = planner.plan(hourly(battery(5, 10, 0, FREE), 0, OptionalDouble.of(end), 10, 20));
            assertThat(plan.stateOfChargeMwh().get(1)).isEqualTo(end, within(1e-9));
        }
    }

    @Test
    void problemShouldRefuseWhatIsNoNumberOrOutOfRange() {
        assertRefused("chargePowerMw", () -> battery(-1, 1, 0, FREE));
        assertRefused("dischargePowerMw", () -> battery(1, Double.NaN, 0, FREE));
        assertRefused("selfDischargePerHour", () -> battery(1, 1, 1, FREE));
        assertRefused("cyclesPerDay", () -> battery(1, 1, 0, OptionalDouble.of(-0.5)));
        assertRefused("usableCapacityMwh", () -> new BatteryParameters(1, 1, 0, 1, 1, 0, 0, FREE));
        assertRefused("chargeEfficiency", () -> new BatteryParameters(1, 1, 1, 1.01, 1, 0, 0, FREE));
        assertRefused("dischargeEfficiency", () -> new BatteryParameters(1, 1, 1, 1, 0, 0, 0, FREE));
        assertRefused("degradationCostPerMwh", () -> new BatteryParameters(1, 1, 1, 1, 1, 0, -1, FREE));
        assertRefused("prices[1]", () -> hourly(battery(1, 1, 0, FREE), 0, FREE, 1, Double.POSITIVE_INFINITY));
        assertRefused("startMwh", () -> hourly(battery(1, 1, 0, FREE), -1, FREE, 1));
        assertRefused("endMwh", () -> hourly(battery(1, 1, 0, FREE), 0, OptionalDouble.of(Double.NaN), 1));
        assertRefused(
                "periodHours[0]",
                () -> new BatteryProblem(battery(1, 1, 0, FREE), List.of(1.0), List.of(0.0), 0, FREE));
        assertRefused("as many", () -> new BatteryProblem(battery(1, 1, 0, FREE), List.of(1.0), List.of(), 0, FREE));
        assertRefused("at least one", () -> new BatteryProblem(battery(1, 1, 0, FREE), List.of(), List.of(), 0, FREE));
    }

    private static void assertRefused(String name, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    private InfeasiblePlanException refusal(BatteryProblem problem) {
        return catchThrowableOfType(InfeasiblePlanException.class, () -> planner.plan(problem));
    }

    private static BatteryParameters battery(
            double chargePowerMw, double dischargePowerMw, double selfDischarge, OptionalDouble cycles) {
        return new BatteryParameters(chargePowerMw, dischargePowerMw, 20, 0.9, 0.9, selfDischarge, 0, cycles);
    }
}

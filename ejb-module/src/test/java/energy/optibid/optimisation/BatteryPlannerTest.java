package energy.optibid.optimisation;

import static energy.optibid.optimisation.Problems.hourly;
import static energy.optibid.optimisation.Problems.lossless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatteryPlannerTest {
    private static final OptionalDouble FREE = OptionalDouble.empty();

    private final BatteryPlanner planner = new BatteryPlanner();

    @Test
    void planShouldChargeBeforeAndDischargeAtEachPeakWhenNothingIsLost() {
        BatteryPlan plan = planner.plan(hourly(lossless(4, 6), 0, FREE, 10, 50, 10, 5000, 10));
        assertThat(plan.powerMw()).containsExactly(-4.0, 4.0, -4.0, 4.0, 0.0);
        assertThat(plan.stateOfChargeMwh()).containsExactly(4.0, 0.0, 4.0, 0.0, 0.0);
        assertThat(plan.profit()).isEqualTo(20_120, within(1e-9));
        assertThat(plan.binaries()).isZero();
    }

    @Test
    void planShouldSellTheDearestFirstWhenItStartsFull() {
        BatteryPlan plan = planner.plan(hourly(lossless(4, 6), 6, FREE, 20, 15, 10));
        assertThat(plan.powerMw()).containsExactly(4.0, 2.0, 0.0);
        assertThat(plan.profit()).isEqualTo(110, within(1e-9));
    }

    @Test
    void planShouldDoNothingWhenPricesAreFlat() {
        for (double price : new double[] {-30, 0, 0.01, 50, 5000}) {
            double[] prices = new double[96];
            Arrays.fill(prices, price);
            BatteryPlan plan = planner.plan(Problems.of(lossless(4, 6), 0.25, 3, OptionalDouble.of(3), prices));
            assertThat(plan.powerMw()).as("at " + price).containsOnly(0.0);
        }
        BatteryPlan plan = planner.plan(hourly(lossless(4, 6), 0, FREE, 50, 50, 50, 50));
        assertThat(plan.powerMw()).containsOnly(0.0);
        assertThat(plan.profit()).isZero();
    }

    @Test
    void planShouldNotChargeAndDischargeAtOnceWhenPricesAreNegativeAndEnergyIsLost() {
        BatteryParameters lossy = new BatteryParameters(10, 10, 20, 0.9, 0.9, 0, 0, FREE);
        SplittableRandom random = new SplittableRandom(2);
        for (int day = 0; day < 10; day++) {
            BatteryProblem problem =
                    Problems.of(lossy, 0.25, 0, OptionalDouble.of(0), Problems.prices(random, 96, -40));
            BatteryPlan plan = planner.plan(problem);
            assertThat(plan.binaries()).isPositive();
            // What is stored follows from one power: had it charged too, the state of charge would not fit.
            assertThat(Schedules.stateErrorMwh(problem, plan)).isLessThan(1e-5);
            assertThat(plan.profit()).isEqualTo(Schedules.profit(problem, plan), within(1e-6));
        }
    }
}

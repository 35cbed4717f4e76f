package energy.optibid.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The planner against slow and obvious ones, and against the bound that its own prices give. */
class PlanAgainstNaiveTest {
    private final BatteryPlanner planner = new BatteryPlanner();

    @Test
    void planShouldEarnWhatTheNaiveOneEarnsWhenCyclesAreFree() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            BatteryProblem problem = wholeUnits(random, OptionalDouble.empty(), random.nextDouble(-40, 50));
            BatteryPlan plan = planner.plan(problem);
            assertKeepsLimits(problem, plan);
            assertThat(plan.profit()).as("case " + i).isEqualTo(new NaivePlanner(problem, 1).profit(0), within(0.02));
        }
    }

    @Test
    void planShouldEarnWhatTheNaiveBoundAllowsWhenCyclesAreLimited() {
        SplittableRandom random = new SplittableRandom(2);
        int bound = 0;
        for (int i = 0; i < 150; i++) {
            BatteryProblem problem =
                    wholeUnits(random, OptionalDouble.of(random.nextInt(1, 5) / 2.0), random.nextDouble(10, 50));
            BatteryPlan plan = planner.plan(problem);
            NaivePlanner naive = new NaivePlanner(problem, 1);
            assertKeepsLimits(problem, plan);
            assertThat(plan.profit()).as("case " + i).isGreaterThan(naive.profitWithinCycles() - 0.02);
            assertThat(plan.profit()).as("case " + i).isLessThan(naive.boundWithinCycles() + 0.02);
            if (plan.binaries() == 0) {
                assertThat(plan.profit()).as("case " + i).isEqualTo(naive.boundWithinCycles(), within(0.02));
            }
            bound += plan.cyclePrice() > 0 ? 1 : 0;
        }
        assertThat(bound).isGreaterThan(30);
    }

    @Test
    void planShouldNotEarnLessThanTheNaiveOneWhenCyclesAreLimitedAndBurningPays() {
        SplittableRandom random = new SplittableRandom(7);
        int chosen = 0;
        for (int i = 0; i < 300; i++) {
            BatteryProblem problem =
                    wholeUnits(random, OptionalDouble.of(random.nextInt(2, 6) / 2.0), random.nextDouble(-40, 10));
            BatteryPlan plan = planner.plan(problem);
            NaivePlanner naive = new NaivePlanner(problem, 1);
            assertKeepsLimits(problem, plan);
            assertThat(plan.profit()).as("case " + i).isGreaterThan(naive.profitWithinCycles() - 0.02);
            // The bound is not always reached: what the cap leaves need not be a mixture of whole schedules.
            assertThat(plan.profit())
                    .as("case " + i)
                    .isBetween(0.998 * naive.boundWithinCycles() - 0.02, naive.boundWithinCycles() + 0.02);
            chosen += plan.binaries() > 0 ? 1 : 0;
        }
        assertThat(chosen).isGreaterThan(30);
    }

    @Test
    void planShouldReachTheBoundOfItsOwnPricesWhenNoDirectionHadToBeChosen() {
        SplittableRandom random = new SplittableRandom(3);
        int[] periods = {23, 24, 25, 92, 96, 100};
        int proven = 0;
        for (int i = 0; i < 240; i++) {
            int count = periods[i % periods.length];
            BatteryProblem problem = RandomProblems.day(random, count, random.nextDouble(0, 60));
            BatteryPlan plan = planner.plan(problem);
            assertKeepsLimits(problem, plan);
            assertThat(plan.powerMw()).hasSize(count);
            if (plan.binaries() == 0) {
                proven++;
                assertThat(plan.profit()).as("case " + i).isEqualTo(dualBound(problem, plan), within(0.02));
            }
        }
        assertThat(proven).isGreaterThan(120);
    }

    @Test
    void planShouldBeTheSameWhenItIsMadeAgain() {
        BatteryProblem problem = RandomProblems.day(new SplittableRandom(4), 96, -10);
        assertThat(planner.plan(problem)).isEqualTo(planner.plan(problem));
    }

    private static BatteryProblem wholeUnits(SplittableRandom random, OptionalDouble cycles, double meanPrice) {
        double chargeEfficiency = random.nextInt(3) == 0 ? 1 : random.nextDouble(0.8, 1);
        double dischargeEfficiency = random.nextInt(3) == 0 ? 1 : random.nextDouble(0.8, 1);
        int capacity = random.nextInt(4, 11);
        BatteryParameters battery = new BatteryParameters(
                random.nextInt(1, 6) / chargeEfficiency,
                random.nextInt(1, 6) * dischargeEfficiency,
                capacity,
                chargeEfficiency,
                dischargeEfficiency,
                0,
                random.nextBoolean() ? 0 : random.nextDouble(8),
                cycles);
        int start = random.nextInt(3);
        return Problems.hourly(
                battery,
                start,
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(start),
                Problems.prices(random, 12, meanPrice));
    }

    private static void assertKeepsLimits(BatteryProblem problem, BatteryPlan plan) {
        BatteryParameters battery = problem.battery();
        double discharged = 0;
        for (int t = 0; t < problem.periods(); t++) {
            assertThat(plan.powerMw().get(t)).isBetween(-battery.chargePowerMw(), battery.dischargePowerMw());
            assertThat(plan.stateOfChargeMwh().get(t)).isBetween(0.0, battery.usableCapacityMwh());
            discharged += problem.hours(t) * Math.max(0, plan.powerMw().get(t));
        }
        assertThat(Schedules.stateErrorMwh(problem, plan)).isLessThan(1e-4);
        assertThat(discharged).isLessThan(battery.dischargeLimitMwh() + 1e-4);
        assertThat(plan.profit()).isEqualTo(Schedules.profit(problem, plan), within(1e-6));
        problem.endMwh()
                .ifPresent(end -> assertThat(plan.stateOfChargeMwh().get(problem.periods() - 1))
                        .isEqualTo(end, within(1e-4)));
    }

    /** The Lagrangian bound: no schedule can earn more, whatever the prices that it is computed from. */
    private static double dualBound(BatteryProblem problem, BatteryPlan plan) {
        BatteryParameters battery = problem.battery();
        int last = problem.periods() - 1;
        double bound = plan.cyclePrice() == 0 ? 0 : plan.cyclePrice() * battery.dischargeLimitMwh();
        double before = Double.NaN;
        for (int t = 0; t <= last; t++) {
            double hours = problem.hours(t);
            double kept = Math.pow(1 - battery.selfDischargePerHour(), hours);
            double value = plan.opportunityPrices().get(t);
            double bought = value * battery.chargeEfficiency() - problem.price(t);
            double sold = problem.price(t)
                    - battery.degradationCostPerMwh()
                    - plan.cyclePrice()
                    - value / battery.dischargeEfficiency();
            bound += hours * Math.max(0, bought) * battery.chargePowerMw();
            bound += hours * Math.max(0, sold) * battery.dischargePowerMw();
            bound += t == 0
                    ? kept * value * problem.startMwh()
                    : Math.max(0, kept * value - before) * battery.usableCapacityMwh();
            before = value;
        }
        return bound
                + (problem.endMwh().isPresent()
                        ? -before * problem.endMwh().getAsDouble()
                        : Math.max(0, -before) * battery.usableCapacityMwh());
    }
}

package energy.optibid.optimisation;

import static energy.optibid.optimisation.Problems.hourly;
import static energy.optibid.optimisation.Problems.lossless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.optibid.quantity.CurveStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OpportunityCurvesTest {
    private static final OptionalDouble FREE = OptionalDouble.empty();
    private static final CurveGrid GRID = new CurveGrid(
            new BigDecimal("-500"), new BigDecimal("4000"), new BigDecimal("0.01"), new BigDecimal("0.1"));

    private final BatteryPlanner planner = new BatteryPlanner();
    private final OpportunityCurves curves = new OpportunityCurves();

    @Test
    void curvesShouldClearThePlanAtTheForecastPrices() {
        SplittableRandom random = new SplittableRandom(20160104);
        for (int day = 0; day < 150; day++) {
            BatteryProblem problem =
                    RandomProblems.day(random, random.nextBoolean() ? 24 : 96, random.nextDouble(-5, 60));
            BatteryPlan plan = planner.plan(problem);
            List<PeriodCurve> bids = curves.curves(problem, plan, GRID);
            for (int t = 0; t < problem.periods(); t++) {
                double cleared = clearedMw(bids.get(t), BigDecimal.valueOf(problem.price(t)));
                double planned = plan.powerMw().get(t);
                assertThat(cleared).as("day %s period %s", day, t).isEqualTo(planned, within(0.1));
                assertThat(Math.abs(cleared)).isLessThanOrEqualTo(Math.abs(planned) + 1e-3);
            }
        }
    }

    @Test
    void curvesShouldKeepSalesAbovePurchasesAndWithinTheBattery() {
        SplittableRandom random = new SplittableRandom(28);
        for (int day = 0; day < 150; day++) {
            BatteryProblem problem = RandomProblems.day(random, 24, random.nextDouble(-5, 60));
            for (PeriodCurve curve : curves.curves(problem, planner.plan(problem), GRID)) {
                assertLimitsOrdered(curve);
                assertThat(volumeMw(curve.sell()))
                        .isLessThanOrEqualTo(problem.battery().dischargePowerMw() + 1e-3);
                assertThat(volumeMw(curve.buy()))
                        .isLessThanOrEqualTo(problem.battery().chargePowerMw() + 1e-3);
            }
        }
    }

    @Test
    void valuesShouldSayHowFarAPriceMayMoveBeforeThePlanChanges() {
        SplittableRandom random = new SplittableRandom(29);
        int left = 0;
        for (int day = 0; day < 60; day++) {
            BatteryProblem problem = RandomProblems.day(random, 24, random.nextDouble(35, 60));
            BatteryPlan plan = planner.plan(problem);
            int t = random.nextInt(24);
            PriceRange range = PriceRange.of(problem, plan, t);
            assertThat(problem.price(t)).isBetween(range.least() - 1e-4, range.greatest() + 1e-4);
            double inside = Math.max(range.least(), -400) * 0.02 + Math.min(range.greatest(), 400) * 0.98;
            assertThat(gainFromReplanning(problem, plan, t, inside)).isEqualTo(0, within(0.01));
            // With the cap on cycles binding the range is only a part of the true one: its price is held.
            if (plan.cyclePrice() == 0 && range.greatest() < 400) {
                left++;
                assertThat(gainFromReplanning(problem, plan, t, range.greatest() + 20))
                        .isGreaterThan(1e-3);
            }
            if (plan.cyclePrice() == 0 && range.least() > -400) {
                assertThat(gainFromReplanning(problem, plan, t, range.least() - 20))
                        .isGreaterThan(1e-3);
            }
        }
        assertThat(left).isGreaterThan(10);
    }

    /** The prices of one period for which the plan's own quantity stays the best. */
    private record PriceRange(double least, double greatest) {
        static PriceRange of(BatteryProblem problem, BatteryPlan plan, int t) {
            BatteryParameters battery = problem.battery();
            StoredEnergyValue value = plan.storedEnergyValues().get(t);
            double wear = battery.degradationCostPerMwh() + plan.cyclePrice();
            double power = plan.powerMw().get(t);
            boolean charges = power < 0;
            boolean discharges = power > 0;
            double least = discharges
                    ? value.oneMore() / battery.dischargeEfficiency() + wear
                    : value.oneMore() * battery.chargeEfficiency();
            double greatest = charges
                    ? value.oneLess() * battery.chargeEfficiency()
                    : value.oneLess() / battery.dischargeEfficiency() + wear;
            return new PriceRange(
                    charges && -power >= battery.chargePowerMw() ? Double.NEGATIVE_INFINITY : least,
                    discharges && power >= battery.dischargePowerMw() ? Double.POSITIVE_INFINITY : greatest);
        }
    }

    private double gainFromReplanning(BatteryProblem problem, BatteryPlan plan, int t, double price) {
        List<Double> prices = new ArrayList<>(problem.prices());
        prices.set(t, price);
        BatteryProblem changed = new BatteryProblem(
                problem.battery(), prices, problem.periodHours(), problem.startMwh(), problem.endMwh());
        return planner.plan(changed).profit() - Schedules.profit(changed, plan);
    }

    @Test
    void curvesShouldExplainTheBidWhenTheDayIsSimple() {
        BatteryProblem problem = hourly(lossless(4, 4), 0, OptionalDouble.of(0), 20, 40, 60);
        BatteryPlan plan = planner.plan(problem);
        List<PeriodCurve> bids = curves.curves(problem, plan, GRID);
        assertThat(plan.powerMw()).containsExactly(-4.0, 0.0, 4.0);
        // Above 40 the energy is bought in the second period instead, below 40 it is sold there.
        assertThat(bids.get(0).buy()).containsExactly(step("40.00", "4.0"));
        assertThat(bids.get(0).sell()).isEmpty();
        assertThat(bids.get(1).sell()).containsExactly(step("60.00", "4.0"));
        assertThat(bids.get(1).buy()).isEmpty();
        assertThat(bids.get(2).sell()).containsExactly(step("40.00", "4.0"));
        assertThat(bids.get(2).buy()).isEmpty();
    }

    @Test
    void curvesShouldPriceAPartialQuantityByWhatTheOtherPeriodsWouldDoWithIt() {
        BatteryProblem problem = hourly(lossless(4, 6), 6, FREE, 15, 20, 10);
        BatteryPlan plan = planner.plan(problem);
        List<PeriodCurve> bids = curves.curves(problem, plan, GRID);
        assertThat(plan.powerMw()).containsExactly(2.0, 4.0, 0.0);
        // The 2 MW would else be sold at 10, the other 2 MW are promised to 20.
        assertThat(bids.get(0).sell()).containsExactly(step("10.00", "2.0"), step("20.00", "2.0"));
        assertThat(bids.get(1).sell()).containsExactly(step("15.00", "4.0"));
        assertThat(bids.get(2).sell()).isEmpty();
    }

    @Test
    void curvesShouldClearAPartialQuantityWhenAnotherPeriodHasTheSamePrice() {
        BatteryProblem problem = hourly(lossless(4, 6), 6, FREE, 20, 20, 10);
        BatteryPlan plan = planner.plan(problem);
        int partial = plan.powerMw().indexOf(2.0);
        assertThat(partial).isNotNegative();
        List<PeriodCurve> bids = curves.curves(problem, plan, GRID);
        assertThat(bids.get(partial).sell().get(0)).isEqualTo(step("10.00", "2.0"));
        assertThat(clearedMw(bids.get(partial), new BigDecimal("20"))).isEqualTo(2);
    }

    @Test
    void curvesShouldLeaveOutWhatNoPriceOfTheProductCouldClear() {
        CurveGrid narrow =
                new CurveGrid(new BigDecimal("0"), new BigDecimal("45"), new BigDecimal("0.01"), BigDecimal.ONE);
        BatteryProblem problem = hourly(lossless(4, 4), 0, OptionalDouble.of(0), 20, 60, 70);
        List<PeriodCurve> bids = curves.curves(problem, planner.plan(problem), narrow);
        assertThat(bids.get(1).sell()).isEmpty();
        assertThat(bids.get(2).sell()).containsExactly(new CurveStep(new BigDecimal("45"), new BigDecimal("4")));
    }

    @Test
    void gridShouldRefuseStepsThatAreNotPositive() {
        assertThatThrownBy(() -> new CurveGrid(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CurveStep step(String price, String quantityMw) {
        return new CurveStep(new BigDecimal(price), new BigDecimal(quantityMw));
    }

    private static double clearedMw(PeriodCurve curve, BigDecimal price) {
        List<CurveStep> sold = new ArrayList<>(curve.sell());
        sold.removeIf(step -> step.price().compareTo(price) > 0);
        List<CurveStep> bought = new ArrayList<>(curve.buy());
        bought.removeIf(step -> step.price().compareTo(price) < 0);
        return volumeMw(sold) - volumeMw(bought);
    }

    private static double volumeMw(List<CurveStep> steps) {
        return steps.stream()
                .mapToDouble(step -> step.quantityMw().doubleValue())
                .sum();
    }

    private static void assertLimitsOrdered(PeriodCurve curve) {
        assertThat(curve.sell()).isSortedAccordingTo((a, b) -> a.price().compareTo(b.price()));
        assertThat(curve.buy()).isSortedAccordingTo((a, b) -> b.price().compareTo(a.price()));
        for (CurveStep sale : curve.sell()) {
            for (CurveStep purchase : curve.buy()) {
                assertThat(sale.price()).isGreaterThan(purchase.price());
            }
        }
    }
}

package energy.optibid.optimisation;

import energy.optibid.quantity.CurveStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Bids at a plan's opportunity prices: where the price turns out other than forecast, the battery trades when that beats
 * what the plan would do with the energy.
 *
 * <p>With {@code v} the value of stored energy to the other periods, a sale pays from {@code v / dischargeEfficiency +
 * degradation + cyclePrice} and a purchase up to {@code v * chargeEfficiency}. What leaves the plan's state of charge
 * lower is measured by {@link StoredEnergyValue#oneLess}, what leaves it higher by {@link StoredEnergyValue#oneMore}:
 *
 * <ul>
 *   <li>What the plan sells is one step of exactly that quantity (rounded down to the quantity step), from the price
 *       below which keeping the energy is better; what it buys likewise, up to the price above which going without is
 *       better. Where another period of the same price would take the energy, that is the forecast price itself: such a
 *       step clears only where the price is at least as good as forecast.
 *   <li>What the plan leaves is a second step, from the price at which trading more beats the plan, at least one tick
 *       worse than the forecast price. It is offered only as far as the plan's state of charge before the period allows
 *       and the end of the day stays within reach: a battery that the plan has empty sells nothing, whatever the price.
 *   <li>The other side keeps a tick of distance. This matters at negative prices with losses, where both sides would
 *       pay at one price and the plan has chosen one.
 *   <li>Sale limits are rounded up and purchase limits down to the tick, but never past the forecast price of what the
 *       plan trades. Limits beyond the product's prices are clipped for what the plan trades and left out for the rest.
 * </ul>
 *
 * <p>At the forecast prices exactly the plan clears, within the quantity step, where a price equal to the limit is
 * accepted. Each curve supposes that the other periods go as planned: when several prices differ from their forecasts
 * the accepted quantities together may not be deliverable.
 */
public final class OpportunityCurves {

    /**
     * One curve a period.
     *
     * @param problem what was planned
     * @param plan its plan
     * @param grid the product's prices and quantities
     */
    public List<PeriodCurve> curves(BatteryProblem problem, BatteryPlan plan, CurveGrid grid) {
        ViableStates viable = new ViableStates(problem);
        List<PeriodCurve> curves = new ArrayList<>(problem.periods());
        for (int t = 0; t < problem.periods(); t++) {
            curves.add(new Period(problem, plan, grid, viable, t).curve());
        }
        return List.copyOf(curves);
    }

    private static final class Period {
        private final CurveGrid grid;
        private final BatteryParameters battery;
        private final BatteryPlan plan;
        private final StoredEnergyValue stored;
        private final BigDecimal forecastAtMost;
        private final BigDecimal forecastAtLeast;
        private final BigDecimal plannedSaleMw;
        private final BigDecimal plannedPurchaseMw;
        private final BigDecimal mostSaleMw;
        private final BigDecimal mostPurchaseMw;

        Period(BatteryProblem problem, BatteryPlan plan, CurveGrid grid, ViableStates viable, int t) {
            this.grid = grid;
            this.battery = problem.battery();
            this.plan = plan;
            double hours = problem.hours(t);
            double before =
                    (t == 0 ? problem.startMwh() : plan.stateOfChargeMwh().get(t - 1)) * battery.keptShare(hours);
            double toTakeMwh = before - viable.lowestMwh(t);
            double toStoreMwh = viable.highestMwh(t) - before;
            stored = plan.storedEnergyValues().get(t);
            forecastAtMost = grid.priceAtMost(problem.price(t));
            forecastAtLeast = grid.priceAtLeast(problem.price(t));
            plannedSaleMw = grid.quantityAtMost(plan.powerMw().get(t));
            plannedPurchaseMw = grid.quantityAtMost(-plan.powerMw().get(t));
            mostSaleMw = grid.quantityAtMost(
                    Math.min(battery.dischargePowerMw(), toTakeMwh * battery.dischargeEfficiency() / hours));
            mostPurchaseMw = grid.quantityAtMost(
                    Math.min(battery.chargePowerMw(), toStoreMwh / battery.chargeEfficiency() / hours));
        }

        PeriodCurve curve() {
            BigDecimal plannedSale = grid.clipped(saleLimit(stored.oneMore()).min(forecastAtMost));
            BigDecimal plannedPurchase =
                    grid.clipped(purchaseLimit(stored.oneLess()).max(forecastAtLeast));
            BigDecimal otherSale = saleLimit(stored.oneLess()).max(forecastAtMost.add(grid.priceTick()));
            BigDecimal otherPurchase = purchaseLimit(stored.oneMore()).min(forecastAtLeast.subtract(grid.priceTick()));
            if (plannedSaleMw.signum() > 0) {
                otherPurchase = otherPurchase.min(plannedSale.subtract(grid.priceTick()));
            }
            if (plannedPurchaseMw.signum() > 0) {
                otherSale = otherSale.max(plannedPurchase.add(grid.priceTick()));
            }
            return new PeriodCurve(
                    steps(plannedSale, plannedSaleMw, otherSale, mostSaleMw.subtract(plannedSaleMw)),
                    steps(
                            plannedPurchase,
                            plannedPurchaseMw,
                            otherPurchase,
                            mostPurchaseMw.subtract(plannedPurchaseMw)));
        }

        private BigDecimal saleLimit(double value) {
            return grid.priceAtLeast(
                    value / battery.dischargeEfficiency() + battery.degradationCostPerMwh() + plan.cyclePrice());
        }

        private BigDecimal purchaseLimit(double value) {
            return grid.priceAtMost(value * battery.chargeEfficiency());
        }

        private List<CurveStep> steps(BigDecimal planned, BigDecimal plannedMw, BigDecimal other, BigDecimal otherMw) {
            List<CurveStep> steps = new ArrayList<>(2);
            if (plannedMw.signum() > 0) {
                steps.add(new CurveStep(planned, plannedMw));
            }
            if (otherMw.signum() > 0 && grid.allows(other)) {
                steps.add(new CurveStep(other, otherMw));
            }
            return steps;
        }
    }
}

package energy.optibid.optimisation;

import java.util.BitSet;

/**
 * Plans a battery's day against given prices: the schedule with the greatest profit that keeps all limits and never
 * charges and discharges in one period.
 *
 * <p>A linear programme is solved first. Where its answer charges and discharges at once and one direction alone earns
 * as much, it is netted; where it does so because burning energy pays (a negative price and losses), that period gets a
 * binary variable and the programme is solved again, until no such period is left. The model is written down in
 * docs/explanation/planning.md.
 *
 * <p>Stateless and deterministic. A trade that gains less per MWh bought or sold than
 * {@value DispatchModel#TRADING_COST_SHARE} of the day's greatest price is not made, so that flat prices give nothing.
 */
public final class BatteryPlanner {

    /**
     * The most profitable schedule.
     *
     * @throws InfeasiblePlanException where no schedule keeps all limits; names the limit
     * @throws UnsolvedPlanException where the solver gave up, which is a fault and not a property of the problem
     */
    public BatteryPlan plan(BatteryProblem problem) {
        StorageReach.requireFeasible(problem);
        BitSet binaries = new BitSet(problem.periods());
        Dispatch dispatch = solve(problem, binaries);
        BitSet burning = dispatch.chargingAndDischarging();
        while (!burning.isEmpty()) {
            binaries.or(burning);
            dispatch = solve(problem, binaries);
            burning = dispatch.chargingAndDischarging();
        }
        return OpportunityPrices.plan(problem, dispatch, binaries);
    }

    private static Dispatch solve(BatteryProblem problem, BitSet binaries) {
        return new DispatchModel(problem, binaries).solve().netted();
    }
}

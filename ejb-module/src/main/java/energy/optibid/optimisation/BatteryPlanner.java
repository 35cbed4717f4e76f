package energy.optibid.optimisation;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;

/**
 * Plans a battery's day against given prices: the schedule with the greatest profit that keeps all limits and never
 * charges and discharges in one period.
 *
 * <p>A linear programme is solved first. Where its answer charges and discharges at once and one direction alone earns
 * as much, it is netted. Where it does so because burning energy pays (a negative price and losses), the periods in
 * which burning pays must choose a direction each; {@link DirectionSearch} chooses, and the programme is solved again
 * with the choice. The model is written down in docs/explanation/planning.md.
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
        Dispatch relaxed = solve(problem, Directions.free()).orElseThrow(() -> unsolved(problem));
        if (!relaxed.chargesAndDischarges()) {
            return OpportunityPrices.plan(problem, relaxed, new BitSet());
        }
        BitSet choosing = relaxed.periodsWhereBurningPays();
        Dispatch best = new DirectionSearch(problem)
                .discharging().stream()
                        .map(discharging -> solve(problem, new Directions(choosing, discharging)))
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingDouble(Dispatch::profit))
                        .orElseThrow(() -> unsolved(problem));
        return OpportunityPrices.plan(problem, best, choosing);
    }

    private static Optional<Dispatch> solve(BatteryProblem problem, Directions directions) {
        return new DispatchModel(problem, directions).solve().map(Dispatch::netted);
    }

    private static UnsolvedPlanException unsolved(BatteryProblem problem) {
        return new UnsolvedPlanException("INFEASIBLE", problem.periods());
    }
}

package energy.optibid.optimisation;

import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear programme behind a plan, for ojAlgo: charge, discharge and state of charge of each period.
 */
final class DispatchModel {
    /**
     * Charged in the objective (not in the profit) on each MWh bought or sold, so that of two schedules that earn the
     * same the one that trades less is chosen; a share of the day's greatest price, because the simplex method cannot
     * see less than about 1e-8 of its greatest coefficient.
     */
    static final double TRADING_COST_SHARE = 1e-7;

    private static final long ABORT_MILLIS = 30_000;

    private final BatteryProblem problem;
    private final BatteryParameters battery;
    private final Directions directions;
    private final double tradingCost;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Variable[] charge;
    private final Variable[] discharge;
    private final Variable[] state;

    DispatchModel(BatteryProblem problem, Directions directions) {
        this.problem = problem;
        this.battery = problem.battery();
        this.directions = directions;
        this.tradingCost = TRADING_COST_SHARE * greatestPrice();
        this.charge = new Variable[problem.periods()];
        this.discharge = new Variable[problem.periods()];
        this.state = new Variable[problem.periods()];
        model.options.time_abort = ABORT_MILLIS;
        model.options.time_suffice = ABORT_MILLIS;
        for (int t = 0; t < problem.periods(); t++) {
            addPeriod(t);
        }
        addEnd();
        addCycles();
    }

    private double greatestPrice() {
        return problem.prices().stream().mapToDouble(Math::abs).max().orElse(0) + battery.degradationCostPerMwh() + 1;
    }

    private void addPeriod(int t) {
        double hours = problem.hours(t);
        charge[t] = model.newVariable("charge" + t)
                .lower(0)
                .upper(directions.mayCharge(t) ? battery.chargePowerMw() : 0)
                .weight(-hours * (problem.price(t) + tradingCost));
        discharge[t] = model.newVariable("discharge" + t)
                .lower(0)
                .upper(directions.mayDischarge(t) ? battery.dischargePowerMw() : 0)
                .weight(hours * (problem.price(t) - battery.degradationCostPerMwh() - tradingCost));
        state[t] = model.newVariable("state" + t).lower(0).upper(battery.usableCapacityMwh());
        addBalance(t);
    }

    private void addBalance(int t) {
        double hours = problem.hours(t);
        double kept = battery.keptShare(hours);
        Expression balance = model.newExpression("balance" + t)
                .set(state[t], 1)
                .set(charge[t], -hours * battery.chargeEfficiency())
                .set(discharge[t], hours / battery.dischargeEfficiency());
        if (t == 0) {
            balance.level(kept * problem.startMwh());
        } else {
            balance.set(state[t - 1], -kept).level(0);
        }
    }

    private void addEnd() {
        if (problem.endMwh().isPresent()) {
            state[state.length - 1].level(StorageReach.reachableEndMwh(problem));
        }
    }

    private void addCycles() {
        if (battery.cyclesPerDay().isPresent()) {
            Expression cycles = model.newExpression("cycles").upper(battery.dischargeLimitMwh());
            for (int t = 0; t < problem.periods(); t++) {
                cycles.set(discharge[t], problem.hours(t));
            }
        }
    }

    /**
     * The best schedule; absent where the given directions leave none.
     *
     * @throws UnsolvedPlanException where the solver gave up
     */
    Optional<Dispatch> solve() {
        Optimisation.Result result = model.maximise();
        if (result.getState() == Optimisation.State.INFEASIBLE) {
            return Optional.empty();
        }
        // At its time limit the solver throws nothing and returns a meaningless point: only the state tells.
        if (!result.getState().isOptimal()) {
            throw new UnsolvedPlanException(result.getState().toString(), problem.periods());
        }
        return Optional.of(new Dispatch(problem, values(result, charge), values(result, discharge)));
    }

    private double[] values(Optimisation.Result result, Variable[] variables) {
        double[] values = new double[variables.length];
        for (int t = 0; t < values.length; t++) {
            values[t] = result.doubleValue(model.indexOf(variables[t]));
        }
        return values;
    }
}

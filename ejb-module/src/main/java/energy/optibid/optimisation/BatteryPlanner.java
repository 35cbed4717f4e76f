package energy.optibid.optimisation;

/** Plans a battery against known or expected prices. Stateless. */
public final class BatteryPlanner {

    /**
     * The most profitable schedule.
     *
     * @throws InfeasiblePlanException where no schedule keeps all limits
     */
    public BatteryPlan plan(BatteryProblem problem) {
        throw new UnsupportedOperationException("built in this slice");
    }
}

package energy.optibid.optimisation;

/** What a plan's net powers alone say, worked out again by the tests. */
final class Schedules {
    private Schedules() {}

    static double profit(BatteryProblem problem, BatteryPlan plan) {
        double profit = 0;
        for (int t = 0; t < problem.periods(); t++) {
            double power = plan.powerMw().get(t);
            double wear = Math.max(0, power) * problem.battery().degradationCostPerMwh();
            profit += problem.hours(t) * (power * problem.price(t) - wear);
        }
        return profit;
    }

    /** The greatest difference between the plan's states of charge and those that its net powers give. */
    static double stateErrorMwh(BatteryProblem problem, BatteryPlan plan) {
        BatteryParameters battery = problem.battery();
        double state = problem.startMwh();
        double error = 0;
        for (int t = 0; t < problem.periods(); t++) {
            double power = plan.powerMw().get(t);
            double storing = power > 0 ? -power / battery.dischargeEfficiency() : -power * battery.chargeEfficiency();
            state = state * Math.pow(1 - battery.selfDischargePerHour(), problem.hours(t)) + problem.hours(t) * storing;
            error = Math.max(error, Math.abs(state - plan.stateOfChargeMwh().get(t)));
        }
        return error;
    }
}

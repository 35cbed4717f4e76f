package energy.optibid.optimisation;

/** The states of charge after each period from which the end of the day can still be reached. */
final class ViableStates {
    private final double[] lowestMwh;
    private final double[] highestMwh;

    ViableStates(BatteryProblem problem) {
        BatteryParameters battery = problem.battery();
        int last = problem.periods() - 1;
        lowestMwh = new double[problem.periods()];
        highestMwh = new double[problem.periods()];
        lowestMwh[last] = problem.endMwh().orElse(0);
        highestMwh[last] = problem.endMwh().orElse(battery.usableCapacityMwh());
        for (int t = last; t > 0; t--) {
            double kept = battery.keptShare(problem.hours(t));
            double stored = problem.hours(t) * battery.chargePowerMw() * battery.chargeEfficiency();
            double taken = problem.hours(t) * battery.dischargePowerMw() / battery.dischargeEfficiency();
            lowestMwh[t - 1] = Math.max(0, (lowestMwh[t] - stored) / kept);
            highestMwh[t - 1] = Math.min(battery.usableCapacityMwh(), (highestMwh[t] + taken) / kept);
        }
    }

    double lowestMwh(int t) {
        return lowestMwh[t];
    }

    double highestMwh(int t) {
        return highestMwh[t];
    }
}

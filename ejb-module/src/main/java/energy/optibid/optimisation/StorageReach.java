package energy.optibid.optimisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Which states of charge a battery can reach by the end of the day. The reachable states are an interval, and each
 * limit moves one of its ends, so that what makes a problem infeasible is found without a solver.
 */
final class StorageReach {
    /** Slack for what cannot be written exactly in binary, MWh. */
    private static final double SLACK = 1e-7;

    private static final String END = "end-state-of-charge";

    private final BatteryProblem problem;
    private final BatteryParameters battery;
    private final double endMwh;

    private StorageReach(BatteryProblem problem, double endMwh) {
        this.problem = problem;
        this.battery = problem.battery();
        this.endMwh = endMwh;
    }

    /** @throws InfeasiblePlanException where no schedule keeps all limits */
    static void requireFeasible(BatteryProblem problem) {
        double capacity = problem.battery().usableCapacityMwh();
        if (problem.startMwh() > capacity) {
            throw infeasible(
                    "start-state-of-charge",
                    "The state of charge at the start, %s MWh, is above the usable capacity of %s MWh",
                    problem.startMwh(),
                    capacity);
        }
        if (problem.endMwh().isPresent()) {
            StorageReach reach = new StorageReach(problem, problem.endMwh().getAsDouble());
            reach.requireWithinCapacity();
            reach.requireFilled();
            reach.requireEmptied();
            reach.requireCycles();
        }
    }

    /** The state of charge asked for at the end, moved into the reachable interval where only rounding kept it out. */
    static double reachableEndMwh(BatteryProblem problem) {
        StorageReach reach = new StorageReach(problem, problem.endMwh().orElseThrow());
        return Math.max(Math.min(reach.endMwh, reach.fullestMwh(true)), reach.emptiestMwh());
    }

    private void requireWithinCapacity() {
        if (endMwh > battery.usableCapacityMwh()) {
            throw infeasible(
                    END,
                    "The state of charge at the end, %s MWh, is above the usable capacity of %s MWh",
                    endMwh,
                    battery.usableCapacityMwh());
        }
    }

    private void requireFilled() {
        double fullest = fullestMwh(true);
        if (endMwh <= fullest + SLACK) {
            return;
        }
        if (endMwh <= fullestMwh(false) + SLACK) {
            throw infeasible(
                    END,
                    "The state of charge at the end, %s MWh, cannot be reached: with a self-discharge of %s an hour,"
                            + " charging at %s MW from %s MWh leaves at most %s MWh",
                    endMwh,
                    battery.selfDischargePerHour(),
                    battery.chargePowerMw(),
                    problem.startMwh(),
                    fullest);
        }
        throw infeasible(
                END,
                "The state of charge at the end, %s MWh, cannot be reached: charging at %s MW for %s h from %s MWh"
                        + " gives at most %s MWh",
                endMwh,
                battery.chargePowerMw(),
                totalHours(),
                problem.startMwh(),
                fullest);
    }

    private void requireEmptied() {
        double emptiest = emptiestMwh();
        if (endMwh < emptiest - SLACK) {
            throw infeasible(
                    END,
                    "The state of charge at the end, %s MWh, cannot be reached: discharging at %s MW for %s h from"
                            + " %s MWh leaves at least %s MWh",
                    endMwh,
                    battery.dischargePowerMw(),
                    totalHours(),
                    problem.startMwh(),
                    emptiest);
        }
    }

    private void requireCycles() {
        double needed = leastDischargedMwh();
        if (needed > battery.dischargeLimitMwh() + SLACK) {
            throw infeasible(
                    "cycles-per-day",
                    "To end at %s MWh from %s MWh takes %s MWh discharged at the grid, and %s cycles a day of %s MWh"
                            + " allow %s MWh",
                    endMwh,
                    problem.startMwh(),
                    needed,
                    battery.cyclesPerDay().orElseThrow(),
                    battery.usableCapacityMwh(),
                    battery.dischargeLimitMwh());
        }
    }

    private double fullestMwh(boolean selfDischarge) {
        double state = problem.startMwh();
        for (int t = 0; t < problem.periods(); t++) {
            double kept = selfDischarge ? battery.keptShare(problem.hours(t)) : 1;
            double stored = problem.hours(t) * battery.chargePowerMw() * battery.chargeEfficiency();
            state = Math.min(battery.usableCapacityMwh(), kept * state + stored);
        }
        return state;
    }

    private double emptiestMwh() {
        double state = problem.startMwh();
        for (int t = 0; t < problem.periods(); t++) {
            double taken = problem.hours(t) * battery.dischargePowerMw() / battery.dischargeEfficiency();
            state = Math.max(0, battery.keptShare(problem.hours(t)) * state - taken);
        }
        return state;
    }

    /** Energy at the grid that must be discharged at least; least when late, because what is left decays meanwhile. */
    private double leastDischargedMwh() {
        double excess = problem.startMwh() * battery.keptShare(totalHours()) - endMwh;
        double keptToEnd = 1;
        double discharged = 0;
        for (int t = problem.periods() - 1; t >= 0 && excess > 0; t--) {
            double most = problem.hours(t) * battery.dischargePowerMw();
            double needed = excess / keptToEnd * battery.dischargeEfficiency();
            double taken = Math.min(most, needed);
            discharged += taken;
            excess -= taken / battery.dischargeEfficiency() * keptToEnd;
            keptToEnd *= battery.keptShare(problem.hours(t));
        }
        return discharged;
    }

    private double totalHours() {
        return problem.periodHours().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static InfeasiblePlanException infeasible(String limit, String format, double... numbers) {
        Object[] shown = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            shown[i] = BigDecimal.valueOf(numbers[i])
                    .setScale(6, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return new InfeasiblePlanException(limit, String.format(Locale.ROOT, format, shown));
    }
}

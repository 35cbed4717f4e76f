package energy.optibid.optimisation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Charging and discharging power of each period, and the state of charge that follows from them. */
final class Dispatch {
    /** Powers and energies that differ by less are the same: what the solver leaves behind, MW or MWh. */
    static final double TOLERANCE = 1e-6;

    private final BatteryProblem problem;
    private final double[] chargeMw;
    private final double[] dischargeMw;
    private final double[] stateMwh;

    Dispatch(BatteryProblem problem, double[] chargeMw, double[] dischargeMw) {
        this.problem = problem;
        BatteryParameters battery = problem.battery();
        this.chargeMw = snapped(chargeMw, battery.chargePowerMw());
        this.dischargeMw = snapped(dischargeMw, battery.dischargePowerMw());
        this.stateMwh = states();
    }

    private static double[] snapped(double[] powers, double limit) {
        double[] result = powers.clone();
        for (int t = 0; t < result.length; t++) {
            result[t] = snap(result[t], limit);
        }
        return result;
    }

    private static double snap(double value, double limit) {
        if (value > limit - TOLERANCE) {
            return limit;
        }
        return value < TOLERANCE ? 0 : value;
    }

    private double[] states() {
        BatteryParameters battery = problem.battery();
        double[] states = new double[problem.periods()];
        double state = problem.startMwh();
        for (int t = 0; t < states.length; t++) {
            state = snap(
                    state * battery.keptShare(problem.hours(t)) + problem.hours(t) * storingMw(t),
                    battery.usableCapacityMwh());
            states[t] = state;
        }
        return states;
    }

    /** Power into the store, MW; negative takes from it. */
    private double storingMw(int t) {
        BatteryParameters battery = problem.battery();
        return battery.chargeEfficiency() * chargeMw[t] - dischargeMw[t] / battery.dischargeEfficiency();
    }

    /** One direction in each period where that keeps the state of charge and earns as much. */
    Dispatch netted() {
        double[] charge = chargeMw.clone();
        double[] discharge = dischargeMw.clone();
        for (int t = 0; t < charge.length; t++) {
            if (charge[t] > 0 && discharge[t] > 0 && !burningPays(t)) {
                double storing = storingMw(t);
                charge[t] = Math.max(0, storing) / problem.battery().chargeEfficiency();
                discharge[t] = Math.max(0, -storing) * problem.battery().dischargeEfficiency();
            }
        }
        return new Dispatch(problem, charge, discharge);
    }

    /** Whether taking energy from the grid only to lose it earns something: the price is negative beyond wear. */
    private boolean burningPays(int t) {
        BatteryParameters battery = problem.battery();
        double paidForLosses = -problem.price(t) * (1 / battery.roundTripEfficiency() - 1);
        return paidForLosses > battery.degradationCostPerMwh();
    }

    boolean chargesAndDischarges() {
        for (int t = 0; t < chargeMw.length; t++) {
            if (chargeMw[t] > 0 && dischargeMw[t] > 0) {
                return true;
            }
        }
        return false;
    }

    BitSet periodsWhereBurningPays() {
        BitSet periods = new BitSet(chargeMw.length);
        for (int t = 0; t < chargeMw.length; t++) {
            periods.set(t, burningPays(t));
        }
        return periods;
    }

    double chargeMw(int t) {
        return chargeMw[t];
    }

    double dischargeMw(int t) {
        return dischargeMw[t];
    }

    /** State of charge after a period, MWh. */
    double stateMwh(int t) {
        return stateMwh[t];
    }

    double dischargedMwh() {
        double sum = 0;
        for (int t = 0; t < dischargeMw.length; t++) {
            sum += dischargeMw[t] * problem.hours(t);
        }
        return sum;
    }

    double profit() {
        double sum = -dischargedMwh() * problem.battery().degradationCostPerMwh();
        for (int t = 0; t < dischargeMw.length; t++) {
            sum += netMw(t) * problem.hours(t) * problem.price(t);
        }
        return sum;
    }

    private double netMw(int t) {
        return dischargeMw[t] - chargeMw[t];
    }

    List<Double> netPowersMw() {
        List<Double> powers = new ArrayList<>(chargeMw.length);
        for (int t = 0; t < chargeMw.length; t++) {
            powers.add(netMw(t));
        }
        return powers;
    }

    List<Double> statesMwh() {
        List<Double> states = new ArrayList<>(stateMwh.length);
        for (double state : stateMwh) {
            states.add(state);
        }
        return states;
    }
}

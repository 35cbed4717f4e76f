package energy.optibid.optimisation;

import java.util.Arrays;

/**
 * The slow and obvious way: a dynamic programme that tries every whole number of units of stored energy in every
 * period, one direction at a time. Hourly periods. Exact where the powers, the capacity and both states of charge are
 * whole units and nothing couples the periods but the state of charge.
 */
final class NaivePlanner {
    private final BatteryProblem problem;
    private final double unitMwh;
    private final int capacity;
    private final int mostCharged;
    private final int mostDischarged;

    NaivePlanner(BatteryProblem problem, double unitMwh) {
        BatteryParameters battery = problem.battery();
        this.problem = problem;
        this.unitMwh = unitMwh;
        this.capacity = units(battery.usableCapacityMwh());
        this.mostCharged = units(battery.chargePowerMw() * battery.chargeEfficiency());
        this.mostDischarged = units(battery.dischargePowerMw() / battery.dischargeEfficiency());
    }

    /** The greatest profit where each discharged MWh costs {@code cyclePrice} besides its wear, cycles not limited. */
    double profit(double cyclePrice) {
        double[] best = new double[capacity + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[units(problem.startMwh())] = 0;
        for (int t = 0; t < problem.periods(); t++) {
            double[] next = new double[capacity + 1];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            for (int from = 0; from <= capacity; from++) {
                for (int to = Math.max(0, from - mostDischarged); to <= Math.min(capacity, from + mostCharged); to++) {
                    next[to] = Math.max(next[to], best[from] + gain(t, to - from, cyclePrice));
                }
            }
            best = next;
        }
        return problem.endMwh().isPresent()
                ? best[units(problem.endMwh().getAsDouble())]
                : Arrays.stream(best).max().orElseThrow();
    }

    /** The greatest profit where the discharged energy is counted, in units, and may not exceed the cap on cycles. */
    double profitWithinCycles() {
        int cap = (int) Math.floor(
                problem.battery().dischargeLimitMwh() / problem.battery().dischargeEfficiency() / unitMwh + 1e-9);
        double[][] best = states(cap);
        best[units(problem.startMwh())][0] = 0;
        for (int t = 0; t < problem.periods(); t++) {
            best = after(t, best, cap);
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (int state = 0; state <= capacity; state++) {
            if (problem.endMwh().isEmpty() || units(problem.endMwh().getAsDouble()) == state) {
                greatest = Math.max(greatest, Arrays.stream(best[state]).max().orElseThrow());
            }
        }
        return greatest;
    }

    /** What the cap on cycles leaves at most, by weak duality: the least over all cycle prices. */
    double boundWithinCycles() {
        double low = 0;
        double high = 1000;
        for (int i = 0; i < 100; i++) {
            double third = (high - low) / 3;
            if (bound(low + third) < bound(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return Math.min(bound(low), bound(0));
    }

    private double bound(double cyclePrice) {
        return profit(cyclePrice) + cyclePrice * problem.battery().dischargeLimitMwh();
    }

    private double[][] after(int t, double[][] best, int cap) {
        double[][] next = states(cap);
        for (int from = 0; from <= capacity; from++) {
            for (int to = Math.max(0, from - mostDischarged); to <= Math.min(capacity, from + mostCharged); to++) {
                int used = Math.max(0, from - to);
                for (int before = 0; before + used <= cap; before++) {
                    next[to][before + used] =
                            Math.max(next[to][before + used], best[from][before] + gain(t, to - from, 0));
                }
            }
        }
        return next;
    }

    private double[][] states(int cap) {
        double[][] states = new double[capacity + 1][cap + 1];
        for (double[] row : states) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        return states;
    }

    private double gain(int t, int stored, double cyclePrice) {
        BatteryParameters battery = problem.battery();
        double price = problem.price(t);
        if (stored >= 0) {
            return -price * stored * unitMwh / battery.chargeEfficiency();
        }
        return (price - battery.degradationCostPerMwh() - cyclePrice)
                * -stored
                * unitMwh
                * battery.dischargeEfficiency();
    }

    private int units(double mwh) {
        return (int) Math.round(mwh / unitMwh);
    }
}

package energy.optibid.optimisation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The prices behind a schedule: what stored energy is worth at the end of each period and what a discharged MWh costs
 * because cycles are limited.
 *
 * <p>They are computed from the optimality conditions of the schedule and not read from the solver, whose multipliers
 * are one arbitrary choice where several prices support one schedule. Each condition bounds the value {@code v(t)} of
 * stored energy from one side:
 *
 * <ul>
 *   <li>charging at all: {@code v >= price / chargeEfficiency}; below full power: {@code v <= price / chargeEfficiency}
 *   <li>discharging at all: {@code v <= dischargeEfficiency * (price - degradation - cyclePrice)}; below full power:
 *       {@code >=}
 *   <li>from one period to the next: {@code v(t-1) >= kept * v(t)} unless the store is full between them,
 *       {@code <=} unless it is empty
 * </ul>
 *
 * <p>A period with a binary variable obeys the conditions of its own direction alone. The bounds travel along the day;
 * the middle of what is left of each range satisfies all conditions at once, because the conditions compare two values
 * each and are convex.
 */
final class OpportunityPrices {
    private final BatteryProblem problem;
    private final BatteryParameters battery;
    private final Dispatch dispatch;
    private final BitSet binaries;
    private final double cyclePrice;

    private OpportunityPrices(BatteryProblem problem, Dispatch dispatch, BitSet binaries, double cyclePrice) {
        this.problem = problem;
        this.battery = problem.battery();
        this.dispatch = dispatch;
        this.binaries = binaries;
        this.cyclePrice = cyclePrice;
    }

    static OpportunityPrices of(BatteryProblem problem, Dispatch dispatch, BitSet binaries) {
        OpportunityPrices free = new OpportunityPrices(problem, dispatch, binaries, 0);
        double slack = problem.battery().dischargeLimitMwh() - dispatch.dischargedMwh();
        if (slack > Dispatch.TOLERANCE * problem.periods()) {
            return free;
        }
        return new OpportunityPrices(problem, dispatch, binaries, free.boundCyclePrice());
    }

    BatteryPlan plan() {
        return new BatteryPlan(
                dispatch.netPowersMw(),
                dispatch.statesMwh(),
                storedEnergyValues(),
                cyclePrice,
                dispatch.profit(),
                binaries.cardinality());
    }

    private List<Double> storedEnergyValues() {
        int periods = problem.periods();
        double[] lower = new double[periods];
        double[] upper = new double[periods];
        for (int t = 0; t < periods; t++) {
            lower[t] = greatest(lowerBounds(t));
            upper[t] = least(upperBounds(t));
        }
        raise(lower);
        cut(upper);
        return settle(lower, upper);
    }

    /** A bound on the value of stored energy, {@code atZero - slope * cyclePrice}. */
    private record Bound(double atZero, double slope) {
        double at(double cyclePrice) {
            return atZero - slope * cyclePrice;
        }
    }

    private List<Bound> lowerBounds(int t) {
        List<Bound> bounds = new ArrayList<>(3);
        if (dispatch.chargeMw(t) > 0) {
            bounds.add(chargeBound(t));
        }
        if (mayDischarge(t) && dispatch.dischargeMw(t) < battery.dischargePowerMw()) {
            bounds.add(dischargeBound(t));
        }
        if (endsFree(t) && !fullAfter(t)) {
            bounds.add(new Bound(0, 0));
        }
        return bounds;
    }

    private List<Bound> upperBounds(int t) {
        List<Bound> bounds = new ArrayList<>(3);
        if (mayCharge(t) && dispatch.chargeMw(t) < battery.chargePowerMw()) {
            bounds.add(chargeBound(t));
        }
        if (dispatch.dischargeMw(t) > 0) {
            bounds.add(dischargeBound(t));
        }
        if (endsFree(t) && !emptyAfter(t)) {
            bounds.add(new Bound(0, 0));
        }
        return bounds;
    }

    private Bound chargeBound(int t) {
        return new Bound(problem.price(t) / battery.chargeEfficiency(), 0);
    }

    private Bound dischargeBound(int t) {
        double efficiency = battery.dischargeEfficiency();
        return new Bound(efficiency * (problem.price(t) - battery.degradationCostPerMwh()), efficiency);
    }

    private boolean mayCharge(int t) {
        return !binaries.get(t) || dispatch.chargeMw(t) > 0;
    }

    private boolean mayDischarge(int t) {
        return !binaries.get(t) || dispatch.dischargeMw(t) > 0;
    }

    private boolean endsFree(int t) {
        return t == problem.periods() - 1 && problem.endMwh().isEmpty();
    }

    private boolean emptyAfter(int t) {
        return dispatch.stateMwh(t) < Dispatch.TOLERANCE;
    }

    private boolean fullAfter(int t) {
        return dispatch.stateMwh(t) > battery.usableCapacityMwh() - Dispatch.TOLERANCE;
    }

    private double greatest(List<Bound> bounds) {
        return bounds.stream().mapToDouble(b -> b.at(cyclePrice)).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private double least(List<Bound> bounds) {
        return bounds.stream().mapToDouble(b -> b.at(cyclePrice)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private double kept(int t) {
        return battery.keptShare(problem.hours(t));
    }

    /** Carries lower bounds to earlier and to later periods. */
    private void raise(double[] lower) {
        for (int t = lower.length - 1; t > 0; t--) {
            if (!fullAfter(t - 1)) {
                lower[t - 1] = Math.max(lower[t - 1], kept(t) * lower[t]);
            }
        }
        for (int t = 1; t < lower.length; t++) {
            if (!emptyAfter(t - 1)) {
                lower[t] = Math.max(lower[t], lower[t - 1] / kept(t));
            }
        }
    }

    /** Carries upper bounds to earlier and to later periods. */
    private void cut(double[] upper) {
        for (int t = upper.length - 1; t > 0; t--) {
            if (!emptyAfter(t - 1)) {
                upper[t - 1] = Math.min(upper[t - 1], kept(t) * upper[t]);
            }
        }
        for (int t = 1; t < upper.length; t++) {
            if (!fullAfter(t - 1)) {
                upper[t] = Math.min(upper[t], upper[t - 1] / kept(t));
            }
        }
    }

    /** The middle of each range; where it is open on one side, the value nearest to its end that suits the others. */
    private static double middle(double lower, double upper) {
        return lower + (upper - lower) / 2;
    }

    private List<Double> settle(double[] lower, double[] upper) {
        double[] floor = new double[lower.length];
        double[] ceiling = new double[lower.length];
        for (int t = 0; t < lower.length; t++) {
            boolean closed = Double.isFinite(lower[t]) && Double.isFinite(upper[t]);
            floor[t] = closed ? middle(lower[t], upper[t]) : lower[t];
            ceiling[t] = closed ? middle(lower[t], upper[t]) : upper[t];
        }
        raise(floor);
        cut(ceiling);
        List<Double> values = new ArrayList<>(lower.length);
        for (int t = 0; t < lower.length; t++) {
            double value = Double.isFinite(floor[t]) ? floor[t] : ceiling[t];
            values.add(Double.isFinite(value) ? value : 0);
        }
        return values;
    }

    /**
     * The middle of the range of cycle prices for which no lower bound passes an upper bound that it travels to; its
     * lower end where it is open, as when nothing may be discharged.
     */
    private double boundCyclePrice() {
        CyclePriceRange range = new CyclePriceRange();
        for (int t = 0; t < problem.periods(); t++) {
            for (Bound bound : lowerBounds(t)) {
                range.compareFrom(t, bound);
            }
        }
        return Double.isFinite(range.greatest) ? middle(range.least, range.greatest) : range.least;
    }

    private final class CyclePriceRange {
        private double least;
        private double greatest = Double.POSITIVE_INFINITY;

        private void compareFrom(int from, Bound lower) {
            compare(lower, 1, from);
            double factor = 1;
            for (int t = from; t > 0 && !fullAfter(t - 1); t--) {
                factor *= kept(t);
                compare(lower, factor, t - 1);
            }
            factor = 1;
            for (int t = from + 1; t < problem.periods() && !emptyAfter(t - 1); t++) {
                factor /= kept(t);
                compare(lower, factor, t);
            }
        }

        private void compare(Bound lower, double factor, int to) {
            for (Bound upper : upperBounds(to)) {
                double slope = upper.slope() - factor * lower.slope();
                double room = upper.atZero() - factor * lower.atZero();
                if (slope > 0) {
                    greatest = Math.max(least, Math.min(greatest, room / slope));
                } else if (slope < 0) {
                    least = Math.min(greatest, Math.max(least, room / slope));
                }
            }
        }
    }
}

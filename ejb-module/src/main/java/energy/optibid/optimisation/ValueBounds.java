package energy.optibid.optimisation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a schedule's optimality says about the value {@code v(t)} of stored energy at the end of each period:
 *
 * <ul>
 *   <li>charging at all: {@code v >= price / chargeEfficiency}; below full power: {@code <=}
 *   <li>discharging at all: {@code v <= dischargeEfficiency * (price - degradation - cyclePrice)}; below full power:
 *       {@code >=}
 *   <li>from one period to the next: {@code v(t-1) >= kept * v(t)} unless the store is full between them,
 *       {@code <=} unless it is empty
 *   <li>after a last period whose end is free: {@code v >= 0} unless the store is full, {@code <= 0} unless it is empty
 * </ul>
 *
 * <p>A period that had to choose a direction obeys the conditions of that direction alone.
 */
final class ValueBounds {
    /** A bound on the value of stored energy, {@code atZero - slope * cyclePrice}. */
    record Bound(double atZero, double slope) {
        double at(double cyclePrice) {
            return atZero - slope * cyclePrice;
        }
    }

    private final BatteryProblem problem;
    private final BatteryParameters battery;
    private final Dispatch dispatch;
    private final BitSet choosing;

    ValueBounds(BatteryProblem problem, Dispatch dispatch, BitSet choosing) {
        this.problem = problem;
        this.battery = problem.battery();
        this.dispatch = dispatch;
        this.choosing = choosing;
    }

    int periods() {
        return problem.periods();
    }

    /** Lower bounds that the period's own quantity sets. */
    List<Bound> lower(int t) {
        List<Bound> bounds = new ArrayList<>(2);
        if (dispatch.chargeMw(t) > 0) {
            bounds.add(chargeBound(t));
        }
        if (mayDischarge(t) && dispatch.dischargeMw(t) < battery.dischargePowerMw()) {
            bounds.add(dischargeBound(t));
        }
        return bounds;
    }

    /** Upper bounds that the period's own quantity sets. */
    List<Bound> upper(int t) {
        List<Bound> bounds = new ArrayList<>(2);
        if (mayCharge(t) && dispatch.chargeMw(t) < battery.chargePowerMw()) {
            bounds.add(chargeBound(t));
        }
        if (dispatch.dischargeMw(t) > 0) {
            bounds.add(dischargeBound(t));
        }
        return bounds;
    }

    /** The lower bound from what comes after the last period. */
    double lowerAtEnd() {
        return problem.endMwh().isEmpty() && !fullAfter(periods() - 1) ? 0 : Double.NEGATIVE_INFINITY;
    }

    /** The upper bound from what comes after the last period. */
    double upperAtEnd() {
        return problem.endMwh().isEmpty() && !emptyAfter(periods() - 1) ? 0 : Double.POSITIVE_INFINITY;
    }

    boolean emptyAfter(int t) {
        return dispatch.stateMwh(t) < Dispatch.TOLERANCE;
    }

    boolean fullAfter(int t) {
        return dispatch.stateMwh(t) > battery.usableCapacityMwh() - Dispatch.TOLERANCE;
    }

    /** The share of the stored energy that a period leaves. */
    double kept(int t) {
        return battery.keptShare(problem.hours(t));
    }

    private Bound chargeBound(int t) {
        return new Bound(problem.price(t) / battery.chargeEfficiency(), 0);
    }

    private Bound dischargeBound(int t) {
        double efficiency = battery.dischargeEfficiency();
        return new Bound(efficiency * (problem.price(t) - battery.degradationCostPerMwh()), efficiency);
    }

    private boolean mayCharge(int t) {
        return !choosing.get(t) || dispatch.chargeMw(t) > 0;
    }

    private boolean mayDischarge(int t) {
        return !choosing.get(t) || dispatch.dischargeMw(t) > 0;
    }
}

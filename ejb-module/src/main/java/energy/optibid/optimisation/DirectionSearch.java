package energy.optibid.optimisation;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Chooses between charging and discharging in the periods where doing both at once would pay: an exact dynamic
 * programme over the worth of the state of charge, one direction at a time. Where the cap on cycles binds, a price on
 * discharged energy stands for it, and the schedules on either side of the cap are candidates.
 */
final class DirectionSearch {
    private static final int MOST_STEPS = 40;

    /** Schedules that differ by less are equally good, currency. */
    private static final double SAME_WORTH = 1e-6;

    private final BatteryProblem problem;
    private final BatteryParameters battery;

    DirectionSearch(BatteryProblem problem) {
        this.problem = problem;
        this.battery = problem.battery();
    }

    /** A schedule of the dynamic programme: the periods that discharge, and what it earns and discharges. */
    private record Candidate(BitSet discharging, double profit, double dischargedMwh) {
        double worth(double cyclePrice) {
            return profit - cyclePrice * dischargedMwh;
        }
    }

    /**
     * The periods that discharge: of the best schedule where the cap on cycles does not bind, else of those found on
     * the way to the price that stands for the cap.
     */
    Set<BitSet> discharging() {
        Candidate freest = best(0);
        Set<BitSet> found = new LinkedHashSet<>(Set.of(freest.discharging()));
        if (freest.dischargedMwh() <= battery.dischargeLimitMwh() + Dispatch.TOLERANCE) {
            return found;
        }
        Candidate tightest = best(prohibitiveCyclePrice());
        found.add(tightest.discharging());
        for (int step = 0; step < MOST_STEPS; step++) {
            double cyclePrice =
                    (freest.profit() - tightest.profit()) / (freest.dischargedMwh() - tightest.dischargedMwh());
            Candidate between = best(cyclePrice);
            found.add(between.discharging());
            if (between.worth(cyclePrice) < freest.worth(cyclePrice) + SAME_WORTH) {
                break;
            }
            if (between.dischargedMwh() > battery.dischargeLimitMwh()) {
                freest = between;
            } else {
                tightest = between;
            }
        }
        return found;
    }

    /** At this price no energy is discharged but what must be. */
    private double prohibitiveCyclePrice() {
        double greatest = problem.prices().stream().mapToDouble(Math::abs).max().orElse(0);
        return 10 * (greatest + 1) / battery.roundTripEfficiency() / battery.keptShare(24);
    }

    private Candidate best(double cyclePrice) {
        ValueFunction[] worth = new ValueFunction[problem.periods()];
        int last = problem.periods() - 1;
        double end = problem.endMwh().isPresent() ? StorageReach.reachableEndMwh(problem) : 0;
        worth[last] = ValueFunction.zero(end, problem.endMwh().isPresent() ? end : battery.usableCapacityMwh());
        for (int t = last; t > 0; t--) {
            worth[t - 1] = before(t, worth[t], cyclePrice);
        }
        return walk(worth, cyclePrice);
    }

    private ValueFunction before(int t, ValueFunction after, double cyclePrice) {
        double capacity = battery.usableCapacityMwh();
        ValueFunction charging = after.beforeRising(mostStoredMwh(t), storingGain(t), 0);
        ValueFunction discharging = after.mirrored(capacity)
                .beforeRising(mostTakenMwh(t), takingGain(t, cyclePrice), 0)
                .mirrored(capacity);
        return charging.or(discharging).beforeKeeping(battery.keptShare(problem.hours(t)), capacity);
    }

    private Candidate walk(ValueFunction[] worth, double cyclePrice) {
        BitSet discharging = new BitSet(worth.length);
        double state = problem.startMwh();
        double profit = 0;
        double discharged = 0;
        for (int t = 0; t < worth.length; t++) {
            double kept = state * battery.keptShare(problem.hours(t));
            double next = bestNext(t, kept, worth[t], cyclePrice);
            if (next < kept) {
                discharging.set(t);
                discharged += (kept - next) * battery.dischargeEfficiency();
                profit += (kept - next) * takingGain(t, 0);
            } else {
                profit += (next - kept) * storingGain(t);
            }
            state = next;
        }
        return new Candidate(discharging, profit, discharged);
    }

    private double bestNext(int t, double kept, ValueFunction after, double cyclePrice) {
        double capacity = battery.usableCapacityMwh();
        ValueFunction mirror = after.mirrored(capacity);
        double risen = after.bestAbove(kept, mostStoredMwh(t), storingGain(t));
        double sunk = mirror.bestAbove(capacity - kept, mostTakenMwh(t), takingGain(t, cyclePrice));
        double byRising = (risen - kept) * storingGain(t) + after.at(risen);
        double bySinking = (sunk - (capacity - kept)) * takingGain(t, cyclePrice) + mirror.at(sunk);
        return byRising >= bySinking ? risen : capacity - sunk;
    }

    private double mostStoredMwh(int t) {
        return problem.hours(t) * battery.chargePowerMw() * battery.chargeEfficiency();
    }

    private double mostTakenMwh(int t) {
        return problem.hours(t) * battery.dischargePowerMw() / battery.dischargeEfficiency();
    }

    private double storingGain(int t) {
        return -problem.price(t) / battery.chargeEfficiency();
    }

    private double takingGain(int t, double cyclePrice) {
        return (problem.price(t) - battery.degradationCostPerMwh() - cyclePrice) * battery.dischargeEfficiency();
    }
}

package energy.optibid.optimisation;

import java.util.Arrays;

/**
 * What a state of charge is worth: continuous, linear between points, not concave in general. Defined from its first
 * point to its last; negative infinity beyond.
 */
final class ValueFunction {
    /** Points nearer than this are one, MWh. */
    private static final double SAME_MWH = 1e-9;

    /** A point whose value differs less from the line between its neighbours is dropped, currency. */
    private static final double SAME_VALUE = 1e-9;

    private final double[] states;
    private final double[] values;

    private ValueFunction(double[] states, double[] values) {
        this.states = states;
        this.values = values;
    }

    /** Nothing is worth anything; the states from {@code lowest} to {@code highest} are allowed. */
    static ValueFunction zero(double lowest, double highest) {
        return highest - lowest < SAME_MWH
                ? new ValueFunction(new double[] {lowest}, new double[] {0})
                : new ValueFunction(new double[] {lowest, highest}, new double[] {0, 0});
    }

    double lowest() {
        return states[0];
    }

    double highest() {
        return states[states.length - 1];
    }

    double at(double state) {
        if (state < lowest() - SAME_MWH || state > highest() + SAME_MWH) {
            return Double.NEGATIVE_INFINITY;
        }
        int right = firstNotBelow(state);
        if (right == states.length) {
            return values[right - 1];
        }
        if (right == 0 || states[right] == state) {
            return values[right];
        }
        double share = (state - states[right - 1]) / (states[right] - states[right - 1]);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }

    private int firstNotBelow(double state) {
        int found = Arrays.binarySearch(states, state);
        return found >= 0 ? found : -found - 1;
    }

    /** The best state to move to, upwards by at most {@code reach}, where each MWh of the way earns {@code gain}. */
    double bestAbove(double state, double reach, double gain) {
        if (state > highest()) {
            return state;
        }
        double best = state;
        double value = at(state);
        double farthest = Math.min(state + reach, highest());
        for (int i = firstNotBelow(state); i < states.length && states[i] < farthest; i++) {
            if (gain * (states[i] - state) + values[i] > value + SAME_VALUE) {
                value = gain * (states[i] - state) + values[i];
                best = states[i];
            }
        }
        return gain * (farthest - state) + at(farthest) > value + SAME_VALUE ? farthest : best;
    }

    /** The worth before a period in which the state may rise by up to {@code reach}, each MWh earning {@code gain}. */
    ValueFunction beforeRising(double reach, double gain, double floor) {
        double[] moved = Arrays.stream(states).map(state -> state - reach).toArray();
        double[] marks = sorted(states, moved, Math.max(floor, lowest() - reach), highest());
        double[] points = new double[marks.length * 4];
        int count = 0;
        for (int i = 0; i < marks.length; i++) {
            points[count++] = marks[i];
            if (i + 1 < marks.length) {
                count = addCrossings(points, count, marks[i], marks[i + 1], reach, gain);
            }
        }
        double[] at = sorted(Arrays.copyOf(points, count), new double[0], marks[0], marks[marks.length - 1]);
        double[] worth = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            worth[i] = risen(at[i], reach, gain);
        }
        return simplified(at, worth);
    }

    private double risen(double state, double reach, double gain) {
        double best = bestAbove(state, reach, gain);
        return gain * (best - state) + at(best);
    }

    /** Between two marks three lines compete: stay, go all the way, go to the best point on the way. */
    private int addCrossings(double[] points, int count, double left, double right, double reach, double gain) {
        double middle = left + (right - left) / 2;
        double onTheWay = Double.NEGATIVE_INFINITY;
        for (int i = firstNotBelow(middle); i < states.length && states[i] <= middle + reach; i++) {
            onTheWay = Math.max(onTheWay, gain * states[i] + values[i]);
        }
        double[] atLeft = {at(left), gain * reach + at(left + reach), onTheWay - gain * left};
        double[] atRight = {at(right), gain * reach + at(right + reach), onTheWay - gain * right};
        int added = count;
        for (int one = 0; one < 2; one++) {
            for (int other = one + 1; other < 3; other++) {
                double crossing = crossing(left, right, atLeft[one] - atLeft[other], atRight[one] - atRight[other]);
                if (!Double.isNaN(crossing)) {
                    points[added++] = crossing;
                }
            }
        }
        return added;
    }

    private static double crossing(double left, double right, double atLeft, double atRight) {
        return Double.isFinite(atLeft) && Double.isFinite(atRight) && atLeft * atRight < 0
                ? left + (right - left) * atLeft / (atLeft - atRight)
                : Double.NaN;
    }

    /** The function of {@code capacity - state}. */
    ValueFunction mirrored(double capacity) {
        int count = states.length;
        double[] mirroredStates = new double[count];
        double[] mirroredValues = new double[count];
        for (int i = 0; i < count; i++) {
            mirroredStates[i] = capacity - states[count - 1 - i];
            mirroredValues[i] = values[count - 1 - i];
        }
        return new ValueFunction(mirroredStates, mirroredValues);
    }

    /** The greater of two at each state. */
    ValueFunction or(ValueFunction other) {
        double lowest = Math.min(lowest(), other.lowest());
        double highest = Math.max(highest(), other.highest());
        double[] marks = sorted(states, other.states, lowest, highest);
        double[] points = Arrays.copyOf(marks, marks.length * 2);
        int count = marks.length;
        for (int i = 0; i + 1 < marks.length; i++) {
            double crossing = crossing(
                    marks[i],
                    marks[i + 1],
                    at(marks[i]) - other.at(marks[i]),
                    at(marks[i + 1]) - other.at(marks[i + 1]));
            if (!Double.isNaN(crossing)) {
                points[count++] = crossing;
            }
        }
        double[] all = sorted(Arrays.copyOf(points, count), new double[0], lowest, highest);
        return simplified(
                all, Arrays.stream(all).map(x -> Math.max(at(x), other.at(x))).toArray());
    }

    /** The worth before a share of the stored energy is lost. */
    ValueFunction beforeKeeping(double kept, double capacity) {
        if (kept == 1) {
            return this;
        }
        double[] all = sorted(
                Arrays.stream(states).map(state -> state / kept).toArray(),
                new double[0],
                lowest() / kept,
                Math.min(capacity, highest() / kept));
        return simplified(all, Arrays.stream(all).map(x -> at(x * kept)).toArray());
    }

    private static double[] sorted(double[] one, double[] other, double lowest, double highest) {
        double[] all = new double[one.length + other.length + 2];
        System.arraycopy(one, 0, all, 0, one.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        all[all.length - 2] = lowest;
        all[all.length - 1] = highest;
        Arrays.sort(all);
        int count = 0;
        for (double state : all) {
            boolean inside = state >= lowest && state <= highest;
            if (inside && (count == 0 || state - all[count - 1] > SAME_MWH)) {
                all[count++] = state;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static ValueFunction simplified(double[] states, double[] values) {
        int count = 0;
        for (int i = 0; i < states.length; i++) {
            boolean inner = count > 0 && i + 1 < states.length;
            if (inner && onLine(states, values, count - 1, i)) {
                continue;
            }
            states[count] = states[i];
            values[count++] = values[i];
        }
        return new ValueFunction(Arrays.copyOf(states, count), Arrays.copyOf(values, count));
    }

    private static boolean onLine(double[] states, double[] values, int before, int at) {
        double share = (states[at] - states[before]) / (states[at + 1] - states[before]);
        double line = values[before] + share * (values[at + 1] - values[before]);
        return Math.abs(line - values[at]) < SAME_VALUE;
    }
}

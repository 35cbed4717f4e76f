package energy.optibid.optimisation;

import energy.optibid.optimisation.ValueBounds.Bound;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The prices behind a schedule: what stored energy is worth at the end of each period and what a discharged MWh costs
 * because cycles are limited.
 *
 * <p>They are computed from the optimality conditions of the schedule ({@link ValueBounds}) and not read from the
 * solver, whose multipliers are one arbitrary choice where several prices support one schedule. The bounds travel along
 * the day; the middle of what is left of each range satisfies all conditions at once, because each condition compares
 * two neighbours or one value with a number.
 */
final class OpportunityPrices {
    private final ValueBounds bounds;
    private final double cyclePrice;

    private OpportunityPrices(ValueBounds bounds, double cyclePrice) {
        this.bounds = bounds;
        this.cyclePrice = cyclePrice;
    }

    /** The schedule with its prices. */
    static BatteryPlan plan(BatteryProblem problem, Dispatch dispatch, BitSet choosing) {
        ValueBounds bounds = new ValueBounds(problem, dispatch, choosing);
        double unused = problem.battery().dischargeLimitMwh() - dispatch.dischargedMwh();
        boolean capped = unused <= Dispatch.TOLERANCE * problem.periods();
        OpportunityPrices prices = new OpportunityPrices(bounds, capped ? new CyclePriceRange(bounds).middle() : 0);
        return new BatteryPlan(
                dispatch.netPowersMw(),
                dispatch.statesMwh(),
                prices.storedEnergyPrices(),
                prices.storedEnergyValues(),
                prices.cyclePrice,
                dispatch.profit(),
                choosing.cardinality());
    }

    private double[] ownLower() {
        double[] lower = new double[bounds.periods()];
        for (int t = 0; t < lower.length; t++) {
            lower[t] = bounds.lower(t).stream().mapToDouble(this::at).max().orElse(Double.NEGATIVE_INFINITY);
        }
        return lower;
    }

    private double[] ownUpper() {
        double[] upper = new double[bounds.periods()];
        for (int t = 0; t < upper.length; t++) {
            upper[t] = bounds.upper(t).stream().mapToDouble(this::at).min().orElse(Double.POSITIVE_INFINITY);
        }
        return upper;
    }

    private double at(Bound bound) {
        return bound.at(cyclePrice);
    }

    /** What each period hears from the later ones: at least this. */
    private double[] lowerFromLater(double[] own) {
        double[] heard = new double[own.length];
        heard[own.length - 1] = bounds.lowerAtEnd();
        for (int t = own.length - 1; t > 0; t--) {
            heard[t - 1] =
                    bounds.fullAfter(t - 1) ? Double.NEGATIVE_INFINITY : bounds.kept(t) * Math.max(own[t], heard[t]);
        }
        return heard;
    }

    /** What each period hears from the earlier ones: at least this. */
    private double[] lowerFromEarlier(double[] own) {
        double[] heard = new double[own.length];
        heard[0] = Double.NEGATIVE_INFINITY;
        for (int t = 1; t < own.length; t++) {
            heard[t] = bounds.emptyAfter(t - 1)
                    ? Double.NEGATIVE_INFINITY
                    : Math.max(own[t - 1], heard[t - 1]) / bounds.kept(t);
        }
        return heard;
    }

    /** What each period hears from the later ones: at most this. */
    private double[] upperFromLater(double[] own) {
        double[] heard = new double[own.length];
        heard[own.length - 1] = bounds.upperAtEnd();
        for (int t = own.length - 1; t > 0; t--) {
            heard[t - 1] =
                    bounds.emptyAfter(t - 1) ? Double.POSITIVE_INFINITY : bounds.kept(t) * Math.min(own[t], heard[t]);
        }
        return heard;
    }

    /** What each period hears from the earlier ones: at most this. */
    private double[] upperFromEarlier(double[] own) {
        double[] heard = new double[own.length];
        heard[0] = Double.POSITIVE_INFINITY;
        for (int t = 1; t < own.length; t++) {
            heard[t] = bounds.fullAfter(t - 1)
                    ? Double.POSITIVE_INFINITY
                    : Math.min(own[t - 1], heard[t - 1]) / bounds.kept(t);
        }
        return heard;
    }

    private double[] lowerFromOthers(double[] own) {
        return greater(lowerFromLater(own), lowerFromEarlier(own));
    }

    private double[] upperFromOthers(double[] own) {
        return lesser(upperFromLater(own), upperFromEarlier(own));
    }

    private List<StoredEnergyValue> storedEnergyValues() {
        double[] lower = lowerFromOthers(ownLower());
        double[] upper = upperFromOthers(ownUpper());
        List<StoredEnergyValue> values = new ArrayList<>(lower.length);
        for (int t = 0; t < lower.length; t++) {
            values.add(new StoredEnergyValue(lower[t], Math.max(lower[t], upper[t])));
        }
        return values;
    }

    private List<Double> storedEnergyPrices() {
        double[] lower = ownLower();
        double[] upper = ownUpper();
        lower = greater(lower, lowerFromOthers(lower));
        upper = lesser(upper, upperFromOthers(upper));
        // Where a range is open on one side, the value nearest to its end that suits the middles of the others.
        double[] fixedLower = lower.clone();
        double[] fixedUpper = upper.clone();
        for (int t = 0; t < lower.length; t++) {
            if (Double.isFinite(lower[t]) && Double.isFinite(upper[t])) {
                fixedLower[t] = lower[t] + (upper[t] - lower[t]) / 2;
                fixedUpper[t] = fixedLower[t];
            }
        }
        return settled(
                greater(fixedLower, lowerFromOthers(fixedLower)), lesser(fixedUpper, upperFromOthers(fixedUpper)));
    }

    private static List<Double> settled(double[] lower, double[] upper) {
        List<Double> values = new ArrayList<>(lower.length);
        for (int t = 0; t < lower.length; t++) {
            double value = Double.isFinite(lower[t]) ? lower[t] : upper[t];
            values.add(Double.isFinite(value) ? value : 0);
        }
        return values;
    }

    private static double[] greater(double[] one, double[] other) {
        double[] result = new double[one.length];
        for (int t = 0; t < result.length; t++) {
            result[t] = Math.max(one[t], other[t]);
        }
        return result;
    }

    private static double[] lesser(double[] one, double[] other) {
        double[] result = new double[one.length];
        for (int t = 0; t < result.length; t++) {
            result[t] = Math.min(one[t], other[t]);
        }
        return result;
    }
}

package energy.optibid.optimisation;

import energy.optibid.optimisation.ValueBounds.Bound;

/**
 * The cycle prices that support a schedule whose limit on cycles binds: those for which no lower bound on the value of
 * stored energy passes an upper bound that it travels to.
 */
final class CyclePriceRange {
    private final ValueBounds bounds;
    private double least;
    private double greatest = Double.POSITIVE_INFINITY;

    CyclePriceRange(ValueBounds bounds) {
        this.bounds = bounds;
        for (int t = 0; t < bounds.periods(); t++) {
            for (Bound bound : bounds.lower(t)) {
                compareFrom(t, bound);
            }
        }
        compareFrom(bounds.periods() - 1, new Bound(bounds.lowerAtEnd(), 0));
    }

    /** The middle, or the lower end where the range is open, as when nothing may be discharged. */
    double middle() {
        return Double.isFinite(greatest) ? least + (greatest - least) / 2 : least;
    }

    private void compareFrom(int from, Bound lower) {
        compare(lower, 1, from);
        double factor = 1;
        for (int t = from; t > 0 && !bounds.fullAfter(t - 1); t--) {
            factor *= bounds.kept(t);
            compare(lower, factor, t - 1);
        }
        factor = 1;
        for (int t = from + 1; t < bounds.periods() && !bounds.emptyAfter(t - 1); t++) {
            factor /= bounds.kept(t);
            compare(lower, factor, t);
        }
    }

    private void compare(Bound lower, double factor, int to) {
        for (Bound upper : bounds.upper(to)) {
            compare(lower, factor, upper);
        }
        if (to == bounds.periods() - 1) {
            compare(lower, factor, new Bound(bounds.upperAtEnd(), 0));
        }
    }

    private void compare(Bound lower, double factor, Bound upper) {
        double slope = upper.slope() - factor * lower.slope();
        double room = upper.atZero() - factor * lower.atZero();
        if (slope > 0) {
            greatest = Math.max(least, Math.min(greatest, room / slope));
        } else if (slope < 0) {
            least = Math.min(greatest, Math.max(least, room / slope));
        }
    }
}

package energy.optibid.optimisation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The prices and quantities that a product accepts.
 *
 * @param minPrice lowest limit price, currency per MWh
 * @param maxPrice highest limit price, currency per MWh
 * @param priceTick step of a price, currency per MWh, positive
 * @param quantityStepMw step of a quantity, MW, positive
 */
public record CurveGrid(BigDecimal minPrice, BigDecimal maxPrice, BigDecimal priceTick, BigDecimal quantityStepMw) {
    /** Share of a step by which a computed value may miss a multiple of it and still mean that multiple. */
    private static final double ROUNDING_SHARE = 1e-3;

    public CurveGrid {
        if (minPrice.compareTo(maxPrice) >= 0 || priceTick.signum() <= 0 || quantityStepMw.signum() <= 0) {
            throw new IllegalArgumentException("A grid needs a range of prices and positive steps: " + minPrice + " to "
                    + maxPrice + " by " + priceTick + ", quantity by " + quantityStepMw + " MW");
        }
    }

    /** The price on the grid not above a value; a value beyond the limits counts as one tick beyond them. */
    BigDecimal priceAtMost(double value) {
        return multiple(bounded(value) + ROUNDING_SHARE * priceTick.doubleValue(), priceTick, RoundingMode.FLOOR);
    }

    /** The price on the grid not below a value; a value beyond the limits counts as one tick beyond them. */
    BigDecimal priceAtLeast(double value) {
        return multiple(bounded(value) - ROUNDING_SHARE * priceTick.doubleValue(), priceTick, RoundingMode.CEILING);
    }

    private double bounded(double value) {
        double tick = priceTick.doubleValue();
        return Math.max(minPrice.doubleValue() - tick, Math.min(maxPrice.doubleValue() + tick, value));
    }

    /** The nearest price within the limits. */
    BigDecimal clipped(BigDecimal price) {
        return price.max(minPrice).min(maxPrice);
    }

    boolean allows(BigDecimal price) {
        return price.compareTo(minPrice) >= 0 && price.compareTo(maxPrice) <= 0;
    }

    /** The greatest quantity on the grid that does not exceed a power; zero where less than a step is left. */
    BigDecimal quantityAtMost(double powerMw) {
        return multiple(
                Math.max(0, powerMw) + ROUNDING_SHARE * quantityStepMw.doubleValue(),
                quantityStepMw,
                RoundingMode.FLOOR);
    }

    private static BigDecimal multiple(double value, BigDecimal step, RoundingMode rounding) {
        return BigDecimal.valueOf(value).divide(step, 0, rounding).multiply(step);
    }
}

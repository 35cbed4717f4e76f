package energy.optibid.quantity;

import java.math.BigDecimal;

/**
 * One step of a price-quantity curve: so much at this limit price or better.
 *
 * @param price limit price, currency per MWh: the lowest that a sale accepts, the highest that a purchase pays
 * @param quantityMw quantity of this step alone (not cumulated), MW over the delivery period; positive
 */
public record CurveStep(BigDecimal price, BigDecimal quantityMw) {
    public CurveStep {
        if (quantityMw.signum() <= 0) {
            throw new IllegalArgumentException("The quantity of a curve step must be positive: " + quantityMw + " MW");
        }
    }
}

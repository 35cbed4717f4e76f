package energy.optibid.bidding;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A step curve for one delivery period and side.
 *
 * @param number of the period within the delivery day, from 1
 * @param steps from the best limit price on: ascending for a sale, descending for a purchase
 * @param acceptedMw what the auction accepted, MW, not negative; absent until it cleared
 * @param clearingPrice currency per MWh; absent until it cleared
 */
public record Bid(
        UUID id,
        int number,
        DeliveryPeriod period,
        Side side,
        List<CurveStep> steps,
        BidState state,
        Optional<BigDecimal> acceptedMw,
        Optional<BigDecimal> clearingPrice) {
    public Bid {
        steps = List.copyOf(steps);
    }
}

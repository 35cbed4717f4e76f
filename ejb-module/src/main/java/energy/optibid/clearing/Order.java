package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.util.List;

/**
 * A participant's step curve for one zone and delivery period.
 *
 * @param id unique within the book; the last rule of a tie
 * @param participant whose order it is
 * @param side sale or purchase
 * @param steps from the best limit price on: ascending for a sale, descending for a purchase, each price once
 */
public record Order(String id, String participant, Side side, List<CurveStep> steps) {
    public Order {
        steps = List.copyOf(steps);
    }
}

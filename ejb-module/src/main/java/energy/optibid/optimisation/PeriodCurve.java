package energy.optibid.optimisation;

import energy.optibid.quantity.CurveStep;
import java.util.List;

/**
 * What to bid in one period. Every sale limit is above every purchase limit, so that no price accepts both sides.
 *
 * @param sell steps of the sale, ascending; empty where nothing is offered
 * @param buy steps of the purchase, descending; empty where nothing is asked
 */
public record PeriodCurve(List<CurveStep> sell, List<CurveStep> buy) {
    public PeriodCurve {
        sell = List.copyOf(sell);
        buy = List.copyOf(buy);
    }
}

package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outcome of an auction for one zone and delivery period.
 *
 * <p>Accepted sales equal accepted purchases plus {@code netExportMw}, exactly.
 *
 * @param price the uniform price, currency per MWh, on the tick and within {@code supportingPrices}
 * @param supportingPrices every price that supports the allocation, within the market's limits
 * @param volumeMw MW traded, each once: accepted sales and net import, which equal accepted purchases and net export
 * @param netExportMw the net export that took place, MW, positive outwards; less than the book's in size where supply or
 *     demand did not suffice for it
 * @param unservedMw demand at any price that found no supply, MW: net export cut and purchases at the highest price
 *     refused; zero unless the price is the highest
 * @param excessMw supply at any price that found no demand, MW: net import cut and sales at the lowest price refused;
 *     zero unless the price is the lowest
 * @param acceptances by order id, in the order of the book, one for each order
 */
public record ClearingResult(
        BigDecimal price,
        PriceInterval supportingPrices,
        BigDecimal volumeMw,
        BigDecimal netExportMw,
        BigDecimal unservedMw,
        BigDecimal excessMw,
        Map<String, Acceptance> acceptances) {

    public ClearingResult {
        acceptances = Collections.unmodifiableMap(new LinkedHashMap<>(acceptances));
    }

    /**
     * What became of one order.
     *
     * @throws IllegalArgumentException where the book held no such order
     */
    public Acceptance acceptance(String orderId) {
        Acceptance acceptance = acceptances.get(orderId);
        if (acceptance == null) {
            throw new IllegalArgumentException("No order " + orderId + " in the book");
        }
        return acceptance;
    }
}

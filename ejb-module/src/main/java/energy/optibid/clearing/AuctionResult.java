package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of our orders in an auction of one zone and delivery period.
 *
 * @param price what every accepted MWh is settled at, currency per MWh
 * @param acceptances by order id, in the order in which they were handed in, one for each
 */
public record AuctionResult(BigDecimal price, Map<String, Acceptance> acceptances) {
    public AuctionResult {
        acceptances = Collections.unmodifiableMap(new LinkedHashMap<>(acceptances));
    }

    /**
     * What became of one order.
     *
     * @throws IllegalArgumentException where it was not handed in
     */
    public Acceptance acceptance(String orderId) {
        Acceptance acceptance = acceptances.get(orderId);
        if (acceptance == null) {
            throw new IllegalArgumentException("No order " + orderId + " in the auction");
        }
        return acceptance;
    }
}

package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much of an order was accepted.
 *
 * @param orderId the order
 * @param acceptedMw the sum over its steps, MW, not negative on either side
 * @param acceptedStepsMw for each step of the order, in its order, MW
 */
public record Acceptance(String orderId, BigDecimal acceptedMw, List<BigDecimal> acceptedStepsMw) {
    public Acceptance {
        acceptedStepsMw = List.copyOf(acceptedStepsMw);
    }
}

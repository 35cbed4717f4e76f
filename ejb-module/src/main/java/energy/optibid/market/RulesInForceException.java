package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.time.Instant;
import java.time.LocalDate;

/** Rules would end on a delivery day for which orders were taken under them: the gate has closed. */
@ApplicationException(rollback = true)
public class RulesInForceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RulesInForceException(String productCode, LocalDate deliveryDate, Instant gateClosure) {
        super("The gate of " + productCode + " for " + deliveryDate + " closed at " + gateClosure
                + ": its rules stay. Choose a delivery day whose gate is still to close");
    }
}

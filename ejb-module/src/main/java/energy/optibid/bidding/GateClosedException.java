package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;
import java.time.Instant;
import java.time.LocalDate;

/** At the instant of the run, orders for the delivery day were no longer taken. */
@ApplicationException(rollback = true)
public class GateClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GateClosedException(String productCode, LocalDate deliveryDate, Instant gateClosure, Instant asOf) {
        super("The gate of " + productCode + " for " + deliveryDate + " closed at " + gateClosure
                + ", the run judges it at " + asOf + ".");
    }
}

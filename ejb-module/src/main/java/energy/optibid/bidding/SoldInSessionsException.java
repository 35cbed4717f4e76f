package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;

/** A bid run is for an auction of a whole day, and the product is sold session by session. */
@ApplicationException(rollback = true)
public class SoldInSessionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SoldInSessionsException(String productCode) {
        super("Each session of " + productCode + " is an auction of its own");
    }
}

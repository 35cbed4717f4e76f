package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such bid run, or it is another organisation's. */
@ApplicationException(rollback = true)
public class BidRunNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BidRunNotFoundException(UUID id) {
        super("There is no bid run " + id + ".");
    }
}

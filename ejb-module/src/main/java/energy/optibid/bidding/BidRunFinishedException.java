package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** A bid run that has ended cannot be cancelled. */
@ApplicationException(rollback = true)
public class BidRunFinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BidRunFinishedException(UUID id, BidRunState state) {
        super("Bid run " + id + " has ended: " + state.code() + ".");
    }
}

package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;

/** A run was given a state of charge to end with and told that it may end with any. */
@ApplicationException(rollback = true)
public class EndStateContradictedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EndStateContradictedException() {
        super("endMwh is given and endFree is true: give one of them.");
    }
}

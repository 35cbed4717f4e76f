package energy.optibid.bidding;

import jakarta.ejb.ApplicationException;
import java.time.Instant;

/** A run cannot use what will only be known later than now. */
@ApplicationException(rollback = true)
public class AsOfInFutureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Instant asOf;

    public AsOfInFutureException(Instant asOf, Instant now) {
        super("asOf " + asOf + " lies in the future; now is " + now + ".");
        this.asOf = asOf;
    }

    public Instant asOf() {
        return asOf;
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The user has no second factor. */
@ApplicationException(rollback = true)
public class SecondFactorMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecondFactorMissingException() {
        super("No second factor is enrolled");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The user has a second factor already. */
@ApplicationException(rollback = true)
public class SecondFactorEnrolledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecondFactorEnrolledException() {
        super("A second factor is enrolled already");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The organisation asks for a second factor of one of the user's roles: it is not to be switched off. */
@ApplicationException(rollback = true)
public class SecondFactorNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecondFactorNeededException() {
        super("The organisation asks for a second factor of one of your roles");
    }
}

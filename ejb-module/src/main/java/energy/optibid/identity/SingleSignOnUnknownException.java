package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** Nobody has set up single sign-on for this address or organisation; whether it exists is not told. */
@ApplicationException(rollback = true)
public class SingleSignOnUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SingleSignOnUnknownException() {
        super("There is no single sign-on for this address or organisation");
    }
}

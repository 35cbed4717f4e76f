package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The user does not log in with a password, so no code would ever be asked for: there is nothing to enrol. */
@ApplicationException(rollback = true)
public class SecondFactorWithoutPasswordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecondFactorWithoutPasswordException() {
        super("You log in at your organisation's identity provider, which asks for a second factor of its own");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The password that was to be confirmed or changed is another. */
@ApplicationException(rollback = true)
public class WrongPasswordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongPasswordException() {
        super("The current password is another");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** Without this user the organisation would have no active administrator. */
@ApplicationException(rollback = true)
public class LastAdministratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LastAdministratorException() {
        super("The organisation would be left without an active administrator");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** More passwords are to be checked at once than the machine can: the caller may repeat in a few seconds. */
@ApplicationException(rollback = true)
public class LogInsBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogInsBusyException() {
        super("Too many passwords are being checked at this moment");
    }
}

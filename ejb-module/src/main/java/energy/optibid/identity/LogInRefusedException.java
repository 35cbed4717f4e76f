package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The address is unknown, the password is wrong or the account is closed; which of them is not told. */
@ApplicationException(rollback = true)
public class LogInRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogInRefusedException() {
        super("The e-mail address or the password is wrong");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** Organisations do not register themselves here: an operator adds them. */
@ApplicationException(rollback = true)
public class RegistrationClosedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistrationClosedException() {
        super("An operator of this installation adds organisations; ask them");
    }
}

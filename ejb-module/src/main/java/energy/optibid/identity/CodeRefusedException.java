package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** A code of the authenticator or a recovery code is wrong or was used; the same words also for a wrong password. */
@ApplicationException(rollback = true)
public class CodeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CodeRefusedException(String message) {
        super(message);
    }
}

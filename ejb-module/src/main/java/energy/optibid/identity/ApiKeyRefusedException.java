package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** A key is unknown, expired, revoked, or its user may not log in any more; which of them is not told. */
@ApplicationException(rollback = true)
public class ApiKeyRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ApiKeyRefusedException() {
        super("The API key is not, or no longer, in force");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The organisation's identity provider cannot be used right now; the cause says why, for the log. */
@ApplicationException(rollback = true)
public class SingleSignOnUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SingleSignOnUnavailableException(Throwable cause) {
        super("The identity provider does not answer as it should", cause);
    }
}

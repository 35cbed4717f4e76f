package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** There is nothing to continue: the refresh token is unknown, used or late, or its session was ended. */
@ApplicationException(rollback = true)
public class SessionEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SessionEndedException() {
        super("The session has ended");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The user has no open session of this id. */
@ApplicationException(rollback = true)
public class SessionNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SessionNotFoundException(UUID sessionId) {
        super("There is no open session " + sessionId);
    }
}

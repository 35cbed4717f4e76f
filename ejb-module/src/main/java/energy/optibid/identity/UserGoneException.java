package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The token is good, but its user was removed or closed since. */
@ApplicationException(rollback = true)
public class UserGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserGoneException(UUID userId) {
        super("User " + userId + " has no open account any more");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such user, or it is another organisation's, which is not told apart. */
@ApplicationException(rollback = true)
public class UserNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserNotFoundException(UUID userId) {
        super("There is no user " + userId);
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The user needs no invitation: it was accepted, or the account is suspended. */
@ApplicationException(rollback = true)
public class NotInvitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotInvitedException(UUID userId) {
        super("User " + userId + " has no open invitation");
    }
}

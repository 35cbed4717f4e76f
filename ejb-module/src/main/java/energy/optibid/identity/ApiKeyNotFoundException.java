package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The caller has no such key that is still in force. */
@ApplicationException(rollback = true)
public class ApiKeyNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ApiKeyNotFoundException(UUID id) {
        super("There is no API key " + id);
    }
}

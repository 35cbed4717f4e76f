package energy.optibid.notification;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The organisation has no alert of that id that stands. */
@ApplicationException
public class AlertNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlertNotFoundException(UUID alertId) {
        super("No alert " + alertId + " stands");
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such organisation, or not for the caller, which is not told apart. */
@ApplicationException(rollback = true)
public class OrganisationNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrganisationNotFoundException(UUID organisationId) {
        super("There is no organisation " + organisationId);
    }
}

package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** An operator's own organisation, and the platform itself, are not suspended or deleted. */
@ApplicationException(rollback = true)
public class OwnOrganisationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OwnOrganisationException() {
        super("Your own organisation and the platform itself stay");
    }
}

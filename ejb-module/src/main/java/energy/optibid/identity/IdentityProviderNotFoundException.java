package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The organisation has no identity provider, or it is not the caller's organisation; which of them is not told. */
@ApplicationException(rollback = true)
public class IdentityProviderNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdentityProviderNotFoundException(UUID organisationId) {
        super("Organisation " + organisationId + " has no identity provider");
    }
}

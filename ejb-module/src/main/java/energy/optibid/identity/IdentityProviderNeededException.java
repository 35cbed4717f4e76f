package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** Without its identity provider nobody of the organisation could log in: its policy allows no password. */
@ApplicationException(rollback = true)
public class IdentityProviderNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdentityProviderNeededException() {
        super("The organisation's policy allows no password: allow it before the identity provider is removed");
    }
}

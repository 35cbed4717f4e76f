package energy.optibid.identity;

import jakarta.ejb.ApplicationException;

/** The actor may not give or take a role, or change a user who holds it. */
@ApplicationException(rollback = true)
public class RoleNotGrantableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RoleNotGrantableException(String role) {
        super("Only who is " + role + " changes who is " + role);
    }
}

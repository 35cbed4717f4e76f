package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Without its identity provider nobody of the organisation could log in: its policy allows no password. */
@ApplicationException(rollback = true)
public class IdentityProviderNeededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> switches;

    /** @param switches of the policy that allow no password, as the API names them */
    public IdentityProviderNeededException(List<String> switches) {
        super("The organisation's policy allows no password: allow it before the identity provider is removed");
        this.switches = List.copyOf(switches);
    }

    public List<String> switches() {
        return switches;
    }
}

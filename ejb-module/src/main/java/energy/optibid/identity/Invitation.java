package energy.optibid.identity;

import java.util.Set;

/**
 * Who is to be invited.
 *
 * @param roles codes of the roles, see {@link Role}
 */
public record Invitation(String email, String displayName, Set<String> roles) {
    public Invitation {
        roles = Set.copyOf(roles);
    }
}

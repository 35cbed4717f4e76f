package energy.optibid.identity.internal;

import java.util.Set;

/** A user to be added. */
public record NewUser(String email, String displayName, Set<String> roles) {
    public NewUser {
        roles = Set.copyOf(roles);
    }
}

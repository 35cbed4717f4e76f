package energy.optibid.identity;

import java.util.Set;

/**
 * What an administrator says of a user.
 *
 * @param roles codes, see {@link Role}
 * @param status is changed to {@code ACTIVE} or {@code SUSPENDED}; lifting the suspension of one who never accepted leads
 *     back to {@code INVITED}
 */
public record UserDetails(String displayName, Set<String> roles, UserStatus status) {
    public UserDetails {
        roles = Set.copyOf(roles);
    }
}

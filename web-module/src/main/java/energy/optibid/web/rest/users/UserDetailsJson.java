package energy.optibid.web.rest.users;

import energy.optibid.identity.UserDetails;
import energy.optibid.identity.UserStatus;
import java.util.HashSet;
import java.util.List;

/**
 * What can be changed of a user.
 *
 * @param status is changed to active or suspended
 */
public record UserDetailsJson(String displayName, List<String> roles, UserStatus status) {
    static UserDetailsJson of(UserDetails user) {
        return new UserDetailsJson(
                user.displayName(), user.roles().stream().sorted().toList(), user.status());
    }

    UserDetails details() {
        return new UserDetails(displayName, new HashSet<>(roles), status);
    }
}

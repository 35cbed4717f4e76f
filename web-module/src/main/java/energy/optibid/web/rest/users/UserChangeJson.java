package energy.optibid.web.rest.users;

import energy.optibid.identity.UserChange;
import energy.optibid.identity.UserStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is to be changed of a user; what is absent stays.
 *
 * @param status active or suspended
 */
public record UserChangeJson(Optional<String> displayName, Optional<List<String>> roles, Optional<UserStatus> status) {
    UserChange change() {
        return new UserChange(displayName, roles.map(HashSet::new), status);
    }
}

package energy.optibid.identity;

import java.util.List;
import java.util.UUID;

/**
 * A user as others see them: without anything secret.
 *
 * @param email the log-in name, in lower case
 * @param roles codes of the roles in alphabetical order, see {@link Role}
 */
public record UserAccount(UUID id, String email, String displayName, Organisation organisation, List<String> roles) {
    public UserAccount {
        roles = List.copyOf(roles);
    }
}

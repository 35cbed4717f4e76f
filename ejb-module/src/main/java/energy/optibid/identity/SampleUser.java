package energy.optibid.identity;

import java.util.Set;

/**
 * A user of sample data.
 *
 * @param organisation the name of the user's organisation
 * @param email the log-in name, in lower case
 * @param roles codes, see {@link Role}
 */
public record SampleUser(String organisation, String email, String displayName, Set<String> roles) {
    public SampleUser {
        roles = Set.copyOf(roles);
    }
}

package energy.optibid.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key to be made.
 *
 * @param name what it is for
 * @param roles some of the user's
 * @param expiresAt absent: in 90 days
 */
public record NewApiKey(String name, Set<String> roles, Optional<Instant> expiresAt) {
    public NewApiKey {
        roles = Set.copyOf(roles);
    }
}

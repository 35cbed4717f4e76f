package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.NewApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key to be made.
 *
 * @param name what it is for
 * @param roles some of your own
 * @param expiresAt within 365 days; in 90 days where it is left out
 */
public record NewApiKeyJson(String name, List<String> roles, Optional<Instant> expiresAt) {
    public NewApiKeyJson {
        roles = List.copyOf(roles);
    }

    NewApiKey newApiKey() {
        return new NewApiKey(name, Set.copyOf(roles), expiresAt);
    }
}

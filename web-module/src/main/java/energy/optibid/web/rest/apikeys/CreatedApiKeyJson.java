package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.CreatedApiKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A key that was just made.
 *
 * @param key the whole key, shown now and never again
 */
public record CreatedApiKeyJson(UUID id, String name, List<String> roles, Instant expiresAt, String key) {
    public CreatedApiKeyJson {
        roles = List.copyOf(roles);
    }

    static CreatedApiKeyJson of(CreatedApiKey created) {
        return new CreatedApiKeyJson(
                created.key().id(),
                created.key().name(),
                created.key().roles(),
                created.key().expiresAt(),
                created.secret());
    }

    @Override
    public String toString() {
        return "CreatedApiKeyJson[" + id + "]";
    }
}

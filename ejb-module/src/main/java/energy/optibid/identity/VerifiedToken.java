package energy.optibid.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an access token says that has been verified.
 *
 * @param email the user's log-in name when the token was given
 * @param roles codes of the roles, see {@link Role}
 * @param sessionId absent where it was given to an API key
 * @param apiKeyId absent where it belongs to a session
 * @param expiresAt from then on it is not good any more
 */
public record VerifiedToken(
        UUID userId,
        String email,
        UUID organisationId,
        Set<String> roles,
        Optional<UUID> sessionId,
        Optional<UUID> apiKeyId,
        Instant expiresAt) {
    public VerifiedToken {
        roles = Set.copyOf(roles);
    }
}

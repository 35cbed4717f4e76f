package energy.optibid.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A log-in that goes on.
 *
 * @param lastUsedAt when it was started or last continued
 * @param expiresAt when it ends if it is not continued before
 * @param address of the client when it was last used; empty where it is not known
 * @param userAgent of the client when it was last used; empty where it is not known
 */
public record Session(
        UUID id,
        UUID userId,
        LogInMethod method,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String address,
        String userAgent) {}

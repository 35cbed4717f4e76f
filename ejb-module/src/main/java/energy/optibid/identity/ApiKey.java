package energy.optibid.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key by which a program acts for the user who made it, without its secret.
 *
 * @param userId for whom it acts; it dies with the user's suspension
 * @param publicId the part of the key that is no secret, by which a leaked one is found
 * @param roles what it may do at most; never more than the user may at that moment
 * @param lastUsedAt to the minute; absent where it was never used
 * @param revokedAt absent where it was not
 * @param replacedBy the key that follows it, absent where it was not rotated
 */
public record ApiKey(
        UUID id,
        UUID userId,
        String name,
        String publicId,
        List<String> roles,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt,
        Optional<UUID> replacedBy) {
    public ApiKey {
        roles = List.copyOf(roles);
    }

    /** Whether it can be exchanged for a token at that moment. */
    public boolean isLive(Instant now) {
        return revokedAt.isEmpty() && expiresAt.isAfter(now);
    }
}

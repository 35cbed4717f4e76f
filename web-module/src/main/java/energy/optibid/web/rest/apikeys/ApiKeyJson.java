package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An API key without its secret.
 *
 * @param userId for whom it acts
 * @param prefix how the key begins, to tell it from others
 * @param state {@code live}, {@code expired} or {@code revoked}
 * @param lastUsedAt to the minute
 * @param replacedBy the key that it was rotated to
 */
public record ApiKeyJson(
        UUID id,
        UUID userId,
        String name,
        String prefix,
        List<String> roles,
        String state,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt,
        Optional<UUID> replacedBy) {
    public ApiKeyJson {
        roles = List.copyOf(roles);
    }

    static ApiKeyJson of(ApiKey key, Instant now) {
        String ended = key.revokedAt().isPresent() ? "revoked" : "expired";
        return new ApiKeyJson(
                key.id(),
                key.userId(),
                key.name(),
                "optibid_" + key.publicId(),
                key.roles(),
                key.isLive(now) ? "live" : ended,
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.revokedAt(),
                key.replacedBy());
    }
}

package energy.optibid.web.rest.auth;

import energy.optibid.identity.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A log-in that goes on.
 *
 * @param method {@code password}, {@code password-and-second-factor} or {@code openid-connect}
 * @param current whether it is the one of the token that asks
 */
public record SessionJson(
        UUID id,
        String method,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String address,
        String userAgent,
        boolean current) {
    static SessionJson of(Session session, Optional<UUID> current) {
        return new SessionJson(
                session.id(),
                session.method().code(),
                session.startedAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.address(),
                session.userAgent(),
                current.filter(session.id()::equals).isPresent());
    }
}

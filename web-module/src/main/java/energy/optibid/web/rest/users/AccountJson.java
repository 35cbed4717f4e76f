package energy.optibid.web.rest.users;

import energy.optibid.identity.UserAccount;
import energy.optibid.identity.UserStatus;
import energy.optibid.web.rest.VersionedJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A user as administrators see them.
 *
 * @param emailVerified whether the user has opened the account by a link
 */
public record AccountJson(
        UUID id,
        String email,
        String displayName,
        List<String> roles,
        UserStatus status,
        boolean emailVerified,
        int version,
        Instant createdAt)
        implements VersionedJson {
    static AccountJson of(UserAccount user) {
        return new AccountJson(
                user.id(),
                user.email(),
                user.displayName(),
                user.roles(),
                user.status(),
                user.emailVerifiedAt().isPresent(),
                user.version(),
                user.createdAt());
    }
}

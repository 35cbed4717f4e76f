package energy.optibid.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user as others see them: without anything secret.
 *
 * @param email the log-in name, in lower case
 * @param roles codes of the roles in alphabetical order, see {@link Role}
 * @param emailVerifiedAt when the user showed that the address is theirs; absent before
 * @param version counts the changes, from 0
 */
public record UserAccount(
        UUID id,
        String email,
        String displayName,
        Organisation organisation,
        List<String> roles,
        UserStatus status,
        Optional<Instant> emailVerifiedAt,
        int version,
        Instant createdAt) {
    public UserAccount {
        roles = List.copyOf(roles);
    }

    /** An active one, as others see them who care for nothing but who it is. */
    public UserAccount(UUID id, String email, String displayName, Organisation organisation, List<String> roles) {
        this(id, email, displayName, organisation, roles, UserStatus.ACTIVE, Optional.empty(), 0, Instant.EPOCH);
    }

    /** Whether the user may log in and stay so: both the user and the organisation are active. */
    public boolean isActive() {
        return status == UserStatus.ACTIVE && organisation.isActive();
    }

    /** What of it can be changed. */
    public UserDetails details() {
        return new UserDetails(displayName, Set.copyOf(roles), status);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}

package energy.optibid.platform;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts, passed as the first argument of a facade's methods.
 *
 * @param userId the user; all zeros for the system itself
 * @param organisationId whose data the user may see; all zeros for the system itself
 * @param roles codes of the roles that the user has, for example {@code trader}
 */
public record Actor(UUID userId, UUID organisationId, Set<String> roles) {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Actor SYSTEM = new Actor(NOBODY, NOBODY, Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** OptiBid itself: a timer, a seed, the simulator. */
    public static Actor system() {
        return SYSTEM;
    }

    public boolean isSystem() {
        return userId.equals(NOBODY);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}

package energy.optibid.platform;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts, passed as the first argument of a facade's methods.
 *
 * @param userId the user; all zeros for the system itself
 * @param organisationId whose data the user may see; all zeros for the platform
 * @param roles codes of the roles that the user has, for example {@code trader}
 * @param origin where the request came from
 */
public record Actor(UUID userId, UUID organisationId, Set<String> roles, Origin origin) {
    /** The organisation that the platform itself is: its system's work and its operators belong to it. */
    public static final UUID PLATFORM = new UUID(0, 0);

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Actor SYSTEM = systemOf(PLATFORM);

    public Actor {
        roles = Set.copyOf(roles);
    }

    public Actor(UUID userId, UUID organisationId, Set<String> roles) {
        this(userId, organisationId, roles, Origin.none());
    }

    /** OptiBid itself: a timer, a seed, the simulator. */
    public static Actor system() {
        return SYSTEM;
    }

    /** OptiBid itself, at work for one organisation. */
    public static Actor systemOf(UUID organisationId) {
        return new Actor(NOBODY, organisationId, Set.of(), Origin.none());
    }

    public Actor withOrigin(Origin known) {
        return new Actor(userId, organisationId, roles, known);
    }

    public boolean isSystem() {
        return userId.equals(NOBODY);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}

package energy.optibid.web.rest.auth;

import java.util.Optional;

/**
 * How to log out.
 *
 * @param everywhere {@code true} to end all sessions of the user, not this one alone
 */
public record LogOutJson(Optional<Boolean> everywhere) {}

package energy.optibid.identity.internal.login;

import energy.optibid.identity.LogInOutcome;
import java.util.Optional;

/**
 * What follows a right password.
 *
 * @param next the step that is still to come; absent where the user is in
 * @param device for the browser to keep, absent where it is known or the user is not in yet
 */
public record Accepted(Optional<LogInOutcome> next, Optional<String> device) {}

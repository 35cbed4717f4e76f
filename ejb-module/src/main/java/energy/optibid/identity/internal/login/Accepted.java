package energy.optibid.identity.internal.login;

import energy.optibid.identity.LogInOutcome;
import java.util.Optional;

/**
 * What follows a right password.
 *
 * @param next the step that is still to come; absent where the user is in
 * @param welcome of the user who is in
 */
public record Accepted(Optional<LogInOutcome> next, Welcome welcome) {}

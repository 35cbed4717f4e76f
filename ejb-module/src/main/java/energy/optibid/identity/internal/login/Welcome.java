package energy.optibid.identity.internal.login;

import java.util.Optional;

/**
 * The owner of an account who is let in.
 *
 * @param device for the browser to keep, absent where it keeps it already
 * @param newBrowser whether the owner has logged in before, but not with this browser
 * @param newNetwork whether the owner has not logged in from this network before
 */
public record Welcome(Optional<String> device, boolean newBrowser, boolean newNetwork) {
    /** Of somebody who is not in yet, or is in for long. */
    static final Welcome NONE = new Welcome(Optional.empty(), false, false);
}

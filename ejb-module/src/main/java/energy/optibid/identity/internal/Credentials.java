package energy.optibid.identity.internal;

import energy.optibid.identity.UserAccount;
import java.util.Optional;

/**
 * An account with what is checked at log-in.
 *
 * @param passwordHash absent before an invitation is accepted, and where only single sign-on is used
 */
public record Credentials(UserAccount account, Optional<String> passwordHash) {
    /** Whether the user may log in: both the user and the organisation are active. */
    public boolean active() {
        return account.isActive();
    }

    @Override
    public String toString() {
        return "Credentials[" + account.email() + "]";
    }
}

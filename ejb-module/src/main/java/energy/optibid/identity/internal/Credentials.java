package energy.optibid.identity.internal;

import energy.optibid.identity.UserAccount;

/** An account with what is checked at log-in. */
public record Credentials(UserAccount account, String passwordHash, boolean active) {
    @Override
    public String toString() {
        return "Credentials[" + account.email() + "]";
    }
}

package energy.optibid.identity.internal.login;

import energy.optibid.identity.UserAccount;
import energy.optibid.identity.internal.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An attempt to log in whose password was not looked at yet.
 *
 * @param found the account of the address, absent where nobody has it
 * @param place from where the attempt comes
 * @param counters under which it was counted as wrong
 * @param pause how long the caller has to wait instead; absent where the password may be looked at
 * @param last whether the pauses begin when it is wrong
 */
public record Admission(
        Optional<Credentials> found, Place place, List<Counter> counters, Optional<Duration> pause, boolean last) {
    public Admission {
        counters = List.copyOf(counters);
    }

    /** What the password is compared with. */
    public Optional<String> passwordHash() {
        return found.flatMap(Credentials::passwordHash);
    }

    /** Whether the right password lets the user in: the account is open and its organisation allows passwords. */
    public boolean mayUsePassword() {
        return found.filter(Credentials::active)
                .filter(user -> user.account().organisation().policy().allowsPassword())
                .isPresent();
    }

    /** @throws java.util.NoSuchElementException where nobody has the address */
    public UserAccount user() {
        return found.map(Credentials::account).orElseThrow();
    }
}

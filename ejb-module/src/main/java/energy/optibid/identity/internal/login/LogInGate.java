package energy.optibid.identity.internal.login;

import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Visitor;
import energy.optibid.identity.internal.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands before passwords and codes: it counts attempts, slows down who guesses and knows who was there before. */
public final class LogInGate {
    private final AttemptTable attempts = new AttemptTable();
    private final PlaceTable places = new PlaceTable();

    /**
     * An attempt that was counted, or was not where a pause is asked for.
     *
     * @param pause how long the caller has to wait; absent where the attempt may be looked at
     * @param last whether the pauses begin when it is wrong
     */
    public record Attempt(Place place, List<Counter> counters, Optional<java.time.Duration> pause, boolean last) {
        public Attempt {
            counters = List.copyOf(counters);
        }
    }

    /** Counts an attempt at an account; the transaction has entered its organisation where there is one. */
    public Attempt attempt(Connection connection, String email, Optional<Account> account, Visitor visitor, Instant now)
            throws SQLException {
        Place place = account.isPresent()
                ? places.recognise(connection, account.get(), visitor, now)
                : Place.network(visitor);
        List<Counter> counters = Counter.of(email, place);
        AttemptTable.Taken taken = attempts.take(connection, counters, now);
        return new Attempt(place, counters, taken.pause(), taken.last());
    }

    public void giveBack(Connection connection, List<Counter> counters) throws SQLException {
        attempts.giveBack(connection, counters);
    }

    /** The owner is in. */
    public Welcome welcome(
            Connection connection, UserAccount user, Visitor visitor, List<Counter> counters, Instant now)
            throws SQLException {
        attempts.succeed(connection, counters, now);
        return places.welcome(connection, Account.of(user), visitor, now);
    }
}

package energy.optibid.identity.internal.login;

import energy.optibid.identity.internal.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code log_in_attempts}. An attempt is counted as wrong before it is looked at, and taken back where it was
 * right: however many come at the same moment, no more are looked at than the rule allows.
 */
final class AttemptTable {
    private static final Duration KEPT = AttemptRule.ACCOUNT.forgotten();

    /** Locks the row until the end of the transaction, and makes it where it is missing. */
    private static final String LOCK = "insert into log_in_attempts as a (key, failures, last_at)"
            + " values (decode(?, 'hex'), 0, ?) on conflict (key) do update set failures = a.failures"
            + " returning failures, last_at";

    private static final String COUNT =
            "update log_in_attempts set failures = ?, last_at = ? where key = decode(?, 'hex')";
    private static final String GIVE_BACK =
            "update log_in_attempts set failures = greatest(failures - 1, 0) where key = decode(?, 'hex')";
    private static final String CLEAR = "delete from log_in_attempts where key = decode(?, 'hex')";
    private static final String FORGET = "delete from log_in_attempts where key in (select key from log_in_attempts"
            + " where last_at < ? order by last_at limit 100 for update skip locked)";

    /**
     * What came of asking for an attempt.
     *
     * @param pause how long the caller has to wait; absent where the attempt may be looked at, and was counted
     * @param last whether it was the last one before the pauses begin
     */
    record Taken(Optional<Duration> pause, boolean last) {}

    private record Count(Counter counter, int failures) {}

    /** Counts an attempt under all counters, or under none where one of them asks for a pause. */
    Taken take(Connection connection, List<Counter> counters, Instant now) throws SQLException {
        List<Count> counts = new ArrayList<>();
        List<Duration> pauses = new ArrayList<>();
        for (Counter counter : counters) {
            AttemptRule rule = counter.rule();
            Count count = Sql.one(
                            connection,
                            LOCK,
                            row -> {
                                Instant lastAt = Sql.instant(row, "last_at");
                                rule.pause(row.getInt("failures"), lastAt, now).ifPresent(pauses::add);
                                return new Count(counter, rule.known(row.getInt("failures"), lastAt, now));
                            },
                            counter.key(),
                            now)
                    .orElseThrow();
            counts.add(count);
        }
        Optional<Duration> pause = pauses.stream().max(Comparator.naturalOrder());
        if (pause.isEmpty()) {
            for (Count count : counts) {
                Sql.update(
                        connection,
                        COUNT,
                        count.failures() + 1,
                        now,
                        count.counter().key());
            }
        }
        boolean last = counts.stream()
                .anyMatch(
                        count -> count.failures() + 1 == count.counter().rule().free());
        return new Taken(pause, pause.isEmpty() && last);
    }

    /** The attempt was not wrong, or was not looked at after all. */
    void giveBack(Connection connection, List<Counter> counters) throws SQLException {
        for (Counter counter : counters) {
            Sql.update(connection, GIVE_BACK, counter.key());
        }
    }

    /**
     * The owner is in: what was wrong from this place was the owner's. What was wrong elsewhere goes on to count, but
     * for this attempt.
     */
    void succeed(Connection connection, List<Counter> counters, Instant now) throws SQLException {
        Sql.update(connection, CLEAR, counters.get(0).key());
        giveBack(connection, counters.subList(1, counters.size()));
        Sql.update(connection, FORGET, now.minus(KEPT));
    }
}

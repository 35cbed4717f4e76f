package energy.optibid.identity.internal.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How wrong attempts slow down the next ones.
 *
 * @param free so many are looked at as fast as they come
 * @param first the pause after that; each further wrong attempt doubles it
 * @param longest the pause grows no longer
 * @param forgotten after so long without a wrong attempt all are forgotten
 */
public record AttemptRule(int free, Duration first, Duration longest, Duration forgotten) {
    /** For one account from one browser or network. */
    public static final AttemptRule PLACE =
            new AttemptRule(10, Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofHours(24));

    /** For one account from all places together where its owner never was. */
    public static final AttemptRule ACCOUNT =
            new AttemptRule(50, Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofHours(24));

    /** How long the next attempt has to wait after so many wrong ones; absent where it need not. */
    public Optional<Duration> pause(int failures, Instant lastAt, Instant now) {
        int counted = known(failures, lastAt, now);
        // Without pause the clock has no say: what is read back is rounded to microseconds, and may lie ahead of it.
        Duration left = counted < free ? Duration.ZERO : Duration.between(now, lastAt.plus(length(counted)));
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** How many of them still count. */
    public int known(int failures, Instant lastAt, Instant now) {
        return lastAt.plus(forgotten).isAfter(now) ? failures : 0;
    }

    private Duration length(int failures) {
        int doublings = Math.min(failures - free, 30);
        Duration grown = first.multipliedBy(1L << doublings);
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}

package energy.optibid.it;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline. */
final class Patience {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private Patience() {}

    /** Asks again and again until the answer is as wished; fails with the last answer where it never is. */
    static <T> T until(Supplier<T> question, Predicate<T> wish) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        T answer = question.get();
        while (!wish.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + DEADLINE + ", the last was: " + answer);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = question.get();
        }
        return answer;
    }
}

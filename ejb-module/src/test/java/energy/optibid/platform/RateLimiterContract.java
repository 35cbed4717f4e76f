package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every rate limiter does. */
public abstract class RateLimiterContract {
    /** Slow enough that nothing is refilled while a test runs. */
    private static final RateLimit TEN_A_DAY = new RateLimit("user", 10, Duration.ofDays(1));

    /** The limiter under test; nothing is counted at the beginning of each test. */
    protected abstract RateLimiter limiter();

    @Test
    void takeShouldCountDownAndRefuseWhenNothingIsLeft() {
        RateLimiter limiter = limiter();
        for (int left = 9; left >= 0; left--) {
            Allowance allowance = limiter.take(TEN_A_DAY, "ada");
            assertThat(allowance.granted()).isTrue();
            assertThat(allowance.remaining()).isEqualTo(left);
            assertThat(allowance.retryAfter()).isZero();
        }

        Allowance refused = limiter.take(TEN_A_DAY, "ada");

        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(140), Duration.ofMinutes(144));
        assertThat(refused.full()).isBetween(Duration.ofHours(23), Duration.ofDays(1));
    }

    @Test
    void takeShouldCountEachSubjectAndEachLimitByItself() {
        RateLimiter limiter = limiter();
        for (int i = 0; i < 10; i++) {
            limiter.take(TEN_A_DAY, "ada");
        }

        assertThat(limiter.take(TEN_A_DAY, "bob").granted()).isTrue();
        assertThat(limiter.take(new RateLimit("key", 10, Duration.ofDays(1)), "ada")
                        .granted())
                .isTrue();
        assertThat(limiter.take(new RateLimit("user", 11, Duration.ofDays(1)), "ada")
                        .granted())
                .isTrue();
    }

    @Test
    void takeShouldGrantAgainWhenTheBucketFills() {
        RateLimiter limiter = limiter();
        RateLimit fast = new RateLimit("user", 1, Duration.ofSeconds(1));
        limiter.take(fast, "ada");

        // Either the second had passed already, or waiting helps.
        Allowance later = limiter.take(fast, "ada");
        while (!later.granted()) {
            assertThat(later.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(1));
            later = limiter.take(fast, "ada");
        }
        assertThat(later.granted()).isTrue();
    }

    @Test
    void takeShouldGrantExactlyTheLimitWhenRequestsAreParallel() throws Exception {
        RateLimiter limiter = limiter();
        List<Callable<Boolean>> requests = Stream.<Callable<Boolean>>generate(
                        () -> () -> limiter.take(TEN_A_DAY, "crowd").granted())
                .limit(200)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            long granted = threads.invokeAll(requests).stream()
                    .filter(RateLimiterContract::get)
                    .count();

            assertThat(granted).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean get(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

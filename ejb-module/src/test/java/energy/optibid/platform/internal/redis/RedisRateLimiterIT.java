package energy.optibid.platform.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.internal.redis.EmptyRedis;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.RateLimiter;
import energy.optibid.platform.RateLimiterContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRateLimiterIT extends RateLimiterContract {
    private static final RateLimit ONE_A_MINUTE = new RateLimit("user", 1, Duration.ofMinutes(1));

    @RegisterExtension
    static final EmptyRedis REDIS = new EmptyRedis();

    @Override
    protected RateLimiter limiter() {
        return new RedisRateLimiter(REDIS::jedis, "test");
    }

    @Test
    void takeShouldCountForAllNodesOfAnInstallationTogether() {
        limiter().take(ONE_A_MINUTE, "ada");

        assertThat(limiter().take(ONE_A_MINUTE, "ada").granted()).isFalse();
        assertThat(new RedisRateLimiter(REDIS::jedis, "other installation")
                        .take(ONE_A_MINUTE, "ada")
                        .granted())
                .isTrue();
    }

    @Test
    void takeShouldLeaveNothingThatLivesForever() {
        limiter().take(ONE_A_MINUTE, "ada");

        assertThat(REDIS.jedis().keys("test:rate-limit:*"))
                .singleElement()
                .satisfies(key -> assertThat(REDIS.jedis().pttl(key)).isBetween(1L, 80_000L));
    }
}

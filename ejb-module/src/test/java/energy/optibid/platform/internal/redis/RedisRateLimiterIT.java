package energy.optibid.platform.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.internal.redis.RedisServer;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.RateLimiter;
import energy.optibid.platform.RateLimiterContract;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisRateLimiterIT extends RateLimiterContract {
    private static final RateLimit ONE_A_MINUTE = new RateLimit("user", 1, Duration.ofMinutes(1));

    private RedisServer server;
    private RedisConnector connector;

    @BeforeAll
    void startServer() throws IOException {
        server = RedisServer.prepare();
        server.start();
        connector = new RedisConnector(RedisServer.settings(server.port(), "PT2S"), "test");
    }

    @AfterAll
    void stopServer() {
        if (connector != null) {
            connector.close();
            server.close();
        }
    }

    @BeforeEach
    void forgetEverything() {
        connector.jedis().flushAll();
    }

    @Override
    protected RateLimiter limiter() {
        return new RedisRateLimiter(connector.jedis(), "test");
    }

    @Test
    void takeShouldCountForAllNodesOfAnInstallationTogether() {
        limiter().take(ONE_A_MINUTE, "ada");

        assertThat(limiter().take(ONE_A_MINUTE, "ada").granted()).isFalse();
        assertThat(new RedisRateLimiter(connector.jedis(), "other installation")
                        .take(ONE_A_MINUTE, "ada")
                        .granted())
                .isTrue();
    }

    @Test
    void takeShouldLeaveNothingThatLivesForever() {
        limiter().take(ONE_A_MINUTE, "ada");

        assertThat(connector.jedis().keys("test:rate-limit:*"))
                .singleElement()
                .satisfies(key -> assertThat(connector.jedis().pttl(key)).isBetween(1L, 80_000L));
    }
}

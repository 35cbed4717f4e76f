package energy.optibid.market.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.PriceCache;
import energy.optibid.market.PriceCacheContract;
import energy.optibid.platform.internal.redis.RedisConnector;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisPriceCacheIT extends PriceCacheContract {
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
    protected PriceCache cache() {
        return new RedisPriceCache(connector.jedis(), "test");
    }

    @Test
    void latestShouldBeSharedBetweenNodes() {
        cache().put(price(0, 0, 0, "10.00"));

        assertThat(new RedisPriceCache(connector.jedis(), "test").latest("SDAC", "DE_LU"))
                .isPresent();
        assertThat(new RedisPriceCache(connector.jedis(), "other installation").latest("SDAC", "DE_LU"))
                .isEmpty();
    }

    @Test
    void latestShouldBeAbsentWhenAnotherReleaseWroteTheValue() {
        connector.jedis().hset("test:latest-price:SDAC:DE_LU", "value", "something else");

        assertThat(cache().latest("SDAC", "DE_LU")).isEmpty();
    }

    @Test
    void putShouldLeaveNothingThatLivesForever() {
        cache().put(price(0, 0, 0, "10.00"));

        assertThat(connector.jedis().pttl("test:latest-price:SDAC:DE_LU")).isPositive();
    }
}

package energy.optibid.market.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.PriceCache;
import energy.optibid.market.PriceCacheContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisPriceCacheIT extends PriceCacheContract {
    @RegisterExtension
    static final EmptyRedis REDIS = new EmptyRedis();

    @Override
    protected PriceCache cache() {
        return new RedisPriceCache(REDIS::jedis, "test");
    }

    @Test
    void latestShouldBeSharedBetweenNodes() {
        cache().put(price(0, 0, 0, "10.00"));

        assertThat(new RedisPriceCache(REDIS::jedis, "test").latest("SDAC", "DE_LU"))
                .isPresent();
        assertThat(new RedisPriceCache(REDIS::jedis, "other installation").latest("SDAC", "DE_LU"))
                .isEmpty();
    }

    @Test
    void latestShouldBeAbsentWhenAnotherReleaseWroteTheValue() {
        REDIS.jedis().hset("test:latest-price:SDAC:DE_LU", "value", "something else");

        assertThat(cache().latest("SDAC", "DE_LU")).isEmpty();
    }

    @Test
    void putShouldLeaveNothingThatLivesForever() {
        cache().put(price(0, 0, 0, "10.00"));

        assertThat(REDIS.jedis().pttl("test:latest-price:SDAC:DE_LU")).isPositive();
    }
}

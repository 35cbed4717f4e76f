package energy.optibid.platform.internal.redis;

import energy.optibid.platform.Allowance;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.RateLimiter;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.limits.Buckets;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/**
 * Counts in Redis, for all nodes together: a key for each limit and subject, which disappears when its bucket is full
 * again. Failures of Redis come through as Jedis' exceptions.
 */
@Dependent
@Typed(RedisRateLimiter.class) // only the producer offers a RateLimiter
public final class RedisRateLimiter implements RateLimiter {
    private static final Duration KEPT_BEYOND_FULL = Duration.ofSeconds(10);

    private final Supplier<UnifiedJedis> jedis;
    private final String prefix;

    @Inject
    public RedisRateLimiter(Supplier<UnifiedJedis> jedis, Settings settings) {
        this(jedis, settings.text("optibid.redis.prefix").orElse("optibid"));
    }

    public RedisRateLimiter(Supplier<UnifiedJedis> jedis, String prefix) {
        this.jedis = jedis;
        this.prefix = prefix;
    }

    @Override
    public Allowance take(RateLimit limit, String subject) {
        BucketConfiguration configuration =
                BucketConfiguration.builder().addLimit(Buckets.bandwidth(limit)).build();
        return Buckets.take(limit, buckets().builder().build(key(limit, subject), () -> configuration));
    }

    private ProxyManager<byte[]> buckets() {
        return Bucket4jJedis.casBasedBuilder(jedis.get())
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_BEYOND_FULL))
                .build();
    }

    /** The limit is part of the key, so that a changed setting counts anew. */
    private byte[] key(RateLimit limit, String subject) {
        String key =
                String.join(":", prefix, "rate-limit", limit.name(), limit.requests() + "/" + limit.window(), subject);
        return key.getBytes(StandardCharsets.UTF_8);
    }
}

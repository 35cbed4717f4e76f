package energy.optibid.platform.internal.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import energy.optibid.platform.Allowance;
import energy.optibid.platform.RateLimit;
import energy.optibid.platform.RateLimiter;
import io.github.bucket4j.Bucket;

/** Counts in this process. Of two nodes each allows the whole limit. */
public final class InMemoryRateLimiter implements RateLimiter {
    /** About 20 MB; beyond it those who did not come for longest are forgotten. */
    private static final int MOST_SUBJECTS = 100_000;

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_SUBJECTS)
            .expireAfter(
                    Expiry.<Key, Bucket>accessing((key, bucket) -> key.limit().window()))
            .build();

    private record Key(RateLimit limit, String subject) {}

    @Override
    public Allowance take(RateLimit limit, String subject) {
        return Buckets.take(limit, buckets.get(new Key(limit, subject), InMemoryRateLimiter::bucket));
    }

    private static Bucket bucket(Key key) {
        return Bucket.builder()
                .addLimit(Buckets.bandwidth(key.limit()))
                .withNanosecondPrecision()
                .build();
    }
}

package energy.optibid.platform.internal.limits;

import energy.optibid.platform.RateLimiter;
import energy.optibid.platform.RateLimiterContract;

class InMemoryRateLimiterTest extends RateLimiterContract {
    private final RateLimiter limiter = new InMemoryRateLimiter();

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }
}

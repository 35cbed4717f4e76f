package energy.optibid.platform.internal.limits;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.RateLimiter;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.platform.internal.redis.RedisRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Chooses where requests are counted. */
@ApplicationScoped
class RateLimiterProducer {

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Instance<RedisRateLimiter> redis;

    @Produces
    @ApplicationScoped
    RateLimiter rateLimiter() {
        return switch (capabilities.of(ServiceName.REDIS)) {
            case OFF -> new InMemoryRateLimiter();
            case ON -> new RoutingRateLimiter(services.of(ServiceName.REDIS), redis.get(), new InMemoryRateLimiter());
        };
    }
}

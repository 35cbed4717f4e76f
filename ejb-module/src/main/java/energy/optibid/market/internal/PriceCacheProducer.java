package energy.optibid.market.internal;

import energy.optibid.market.PriceCache;
import energy.optibid.market.internal.redis.RedisPriceCache;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Chooses where the latest prices are remembered. */
@ApplicationScoped
class PriceCacheProducer {

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Instance<RedisPriceCache> redis;

    @Produces
    @ApplicationScoped
    PriceCache priceCache() {
        return switch (capabilities.of(ServiceName.REDIS)) {
            case OFF -> new InMemoryPriceCache();
            case ON -> new RoutingPriceCache(services.of(ServiceName.REDIS), redis.get(), new InMemoryPriceCache());
        };
    }
}

package energy.optibid.market.internal;

import energy.optibid.market.PriceCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses where the latest prices are remembered. */
@ApplicationScoped
class PriceCacheProducer {

    @Produces
    @ApplicationScoped
    PriceCache priceCache() {
        return new InMemoryPriceCache();
    }
}

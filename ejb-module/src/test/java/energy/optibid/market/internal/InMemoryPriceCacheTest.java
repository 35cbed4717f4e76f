package energy.optibid.market.internal;

import energy.optibid.market.PriceCache;
import energy.optibid.market.PriceCacheContract;

class InMemoryPriceCacheTest extends PriceCacheContract {
    private final PriceCache cache = new InMemoryPriceCache();

    @Override
    protected PriceCache cache() {
        return cache;
    }
}

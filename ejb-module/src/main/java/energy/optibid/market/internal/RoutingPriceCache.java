package energy.optibid.market.internal;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceCache;
import energy.optibid.platform.MonitoredService;
import java.util.Optional;

/**
 * Remembers in a shared cache while its service is available, and always in this process too, so that the fallback is
 * not empty. Of the two the newer price wins, so a shared cache that comes back with old prices is put right instead
 * of being believed.
 */
public final class RoutingPriceCache implements PriceCache {
    private final MonitoredService service;
    private final PriceCache shared;
    private final PriceCache own;

    public RoutingPriceCache(MonitoredService service, PriceCache shared, PriceCache own) {
        this.service = service;
        this.shared = shared;
        this.own = own;
    }

    @Override
    public void put(LatestPrice price) {
        own.put(price);
        service.route(
                () -> {
                    shared.put(price);
                    return true;
                },
                () -> false);
    }

    @Override
    public Optional<LatestPrice> latest(String productCode, String zoneCode) {
        Optional<LatestPrice> here = own.latest(productCode, zoneCode);
        return service.route(() -> newest(here, shared.latest(productCode, zoneCode)), () -> here);
    }

    private Optional<LatestPrice> newest(Optional<LatestPrice> here, Optional<LatestPrice> there) {
        if (here.isPresent() && there.map(here.get()::supersedes).orElse(true)) {
            shared.put(here.get());
            return here;
        }
        there.ifPresent(own::put);
        return there;
    }
}

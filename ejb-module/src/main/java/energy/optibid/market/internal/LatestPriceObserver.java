package energy.optibid.market.internal;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Shows a new latest price to everybody, but only after it is committed. */
@ApplicationScoped
class LatestPriceObserver {

    @Inject
    PriceCache cache;

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) LatestPrice price) {
        cache.put(price);
    }
}

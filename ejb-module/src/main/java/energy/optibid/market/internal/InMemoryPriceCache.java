package energy.optibid.market.internal;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in this process: one price for each product and zone, so it stays small. */
public final class InMemoryPriceCache implements PriceCache {
    private final Map<Key, LatestPrice> prices = new ConcurrentHashMap<>();

    private record Key(String productCode, String zoneCode) {}

    @Override
    public void put(LatestPrice price) {
        prices.merge(
                new Key(price.productCode(), price.zoneCode()),
                price,
                (present, given) -> present.supersedes(given) ? present : given);
    }

    @Override
    public Optional<LatestPrice> latest(String productCode, String zoneCode) {
        return Optional.ofNullable(prices.get(new Key(productCode, zoneCode)));
    }
}

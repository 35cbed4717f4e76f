package energy.optibid.market;

import energy.optibid.market.internal.MarketDatabase;
import energy.optibid.market.internal.PricePages;
import energy.optibid.market.internal.PriceTable;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The published prices. Every method throws {@link UnknownProductException}, {@link UnknownZoneException} or
 * {@link ProductNotTradedException} where the product is not traded in the zone.
 */
@Stateless
public class PriceBook {

    @Inject
    MarketDatabase database;

    @Inject
    PriceCache cache;

    /**
     * The prices as they were known at an instant: of each delivery period the value that was known last, and of that
     * the last correction. A value that became known at {@code asOf} itself counts as known.
     *
     * @param from first start of a delivery period
     * @param to first start after it
     * @return in order of their start; periods without a known price are left out
     */
    public List<KnownPrice> knownPrices(String productCode, String zoneCode, Instant from, Instant to, Instant asOf) {
        return database.read(
                connection -> new PriceTable(connection, productCode, zoneCode).known(from, to, Optional.of(asOf)));
    }

    /** The prices as they are known best, whenever they became known; otherwise like {@link #knownPrices}. */
    public List<KnownPrice> publishedPrices(String productCode, String zoneCode, Instant from, Instant to) {
        return database.read(
                connection -> new PriceTable(connection, productCode, zoneCode).known(from, to, Optional.empty()));
    }

    /** A page of a history, by any resolution. */
    public PricePage page(PriceQuery query) {
        return database.read(connection -> new PricePages(connection, query).read());
    }

    /**
     * The import that changed the prices last; absent where there are none. Who has prices that were read after this was can keep
     * them until it is another one.
     */
    public Optional<UUID> lastChange(String productCode, String zoneCode) {
        return database.read(connection -> new PriceTable(connection, productCode, zoneCode).lastChange());
    }

    /** The delivery days that have prices; absent where there is none. */
    public Optional<Coverage> coverage(String productCode, String zoneCode) {
        return database.read(connection -> new PriceTable(connection, productCode, zoneCode).coverage());
    }

    /** The price of the last delivery period that is stored, from the cache where it has one; absent without prices. */
    public Optional<KnownPrice> latest(String productCode, String zoneCode) {
        Optional<LatestPrice> cached = cache.latest(productCode, zoneCode);
        return cached.or(() -> latestStored(productCode, zoneCode))
                .map(latest -> new KnownPrice(latest.period(), latest.price(), latest.knownAt(), latest.simulated()));
    }

    /** Looks up again what {@link #latest} answers: another node may have stored something newer. */
    public void refreshLatest(String productCode, String zoneCode) {
        var unused = latestStored(productCode, zoneCode);
    }

    private Optional<LatestPrice> latestStored(String productCode, String zoneCode) {
        Optional<LatestPrice> stored =
                database.read(connection -> new PriceTable(connection, productCode, zoneCode).latest());
        stored.ifPresent(cache::put);
        return stored;
    }
}

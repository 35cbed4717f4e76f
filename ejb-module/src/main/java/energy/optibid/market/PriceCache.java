package energy.optibid.market;

import java.util.Optional;

/**
 * Remembers the latest price of each product and zone. It may forget at any time, the truth is in the database; it
 * never answers with an older price than it has been given since it last forgot.
 */
public interface PriceCache {

    /** Keeps the price unless one that supersedes it is there. */
    void put(LatestPrice price);

    /** The newest price that was put; absent when none was put or it was forgotten. */
    Optional<LatestPrice> latest(String productCode, String zoneCode);
}

package energy.optibid.web.rest.market;

import energy.optibid.market.KnownPrice;
import energy.optibid.market.LatestPrice;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A published price.
 *
 * @param price currency of the zone per MWh
 * @param knownAt from when on it was known
 */
public record PriceJson(
        String productCode,
        String zoneCode,
        Instant start,
        Instant end,
        BigDecimal price,
        String currency,
        String unit,
        Instant knownAt,
        boolean simulated) {
    /** With the currency of the zone. */
    public static PriceJson of(String productCode, String zoneCode, String currency, KnownPrice price) {
        return new PriceJson(
                productCode,
                zoneCode,
                price.period().start(),
                price.period().end(),
                price.price(),
                currency,
                currency + "/MWh",
                price.knownAt(),
                price.simulated());
    }

    /** With the currency of the zone. */
    public static PriceJson of(String currency, LatestPrice price) {
        return of(
                price.productCode(),
                price.zoneCode(),
                currency,
                new KnownPrice(price.period(), price.price(), price.knownAt(), price.simulated()));
    }
}

package energy.optibid.web.rest.market;

import energy.optibid.market.Zone;

/**
 * A price zone.
 *
 * @param systemPrice a reference price of several zones, in which nobody places orders
 * @param timeZone of the people who live there; the product's rules decide the trading day
 */
public record ZoneJson(String code, String name, boolean systemPrice, String currency, String timeZone) {
    static ZoneJson of(Zone zone) {
        return new ZoneJson(
                zone.code(),
                zone.name(),
                zone.systemPrice(),
                zone.currency(),
                zone.timeZone().getId());
    }
}

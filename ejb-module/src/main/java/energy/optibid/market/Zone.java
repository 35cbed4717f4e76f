package energy.optibid.market;

import java.time.ZoneId;

/**
 * A price zone of the electricity grid.
 *
 * @param code for example {@code DE_LU}
 * @param systemPrice a reference price of several zones, in which nobody places orders, such as the Nordic system price
 * @param currency ISO 4217
 * @param timeZone of the people who live there; the trading day is decided by {@link RuleSet#timeZone()}
 */
public record Zone(String code, String name, boolean systemPrice, String currency, ZoneId timeZone) {}

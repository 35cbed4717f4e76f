package energy.optibid.analytics;

import java.time.LocalDate;

/**
 * The prices of one zone that a caller asks about.
 *
 * @param firstDeliveryDate day of the market
 * @param lastDeliveryDate included; not before the first
 */
public record ZoneQuery(String productCode, String zoneCode, LocalDate firstDeliveryDate, LocalDate lastDeliveryDate) {}

package energy.optibid.market;

import java.time.Instant;

/**
 * Prices of a product and zone were stored or revised. Fired as a CDI event within the transaction of the import:
 * observe it after its success.
 *
 * @param from start of the first delivery period of the file
 * @param to end of its last delivery period
 */
public record PricesImported(String productCode, String zoneCode, Instant from, Instant to) {}

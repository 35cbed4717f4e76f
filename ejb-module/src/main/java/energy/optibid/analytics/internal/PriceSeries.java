package energy.optibid.analytics.internal;

/** The prices of a product in a zone. */
public record PriceSeries(String productCode, String zoneCode) {}

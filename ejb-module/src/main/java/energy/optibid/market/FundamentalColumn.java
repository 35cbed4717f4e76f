package energy.optibid.market;

/**
 * A column of MW values of a zone, for example a load forecast.
 *
 * @param series name of the series: lower-case letters, digits and hyphens, at most 50
 * @param column header name, or 1-based position in digits
 */
public record FundamentalColumn(String series, String column) {}

package energy.optibid.bidding;

/**
 * One rule that is broken, and where.
 *
 * @param code stable, kebab-case
 * @param path the place, for example {@code bids[period=3,side=sell].steps[0].price}
 * @param message one sentence with the numbers
 * @param value the offending value
 */
public record Finding(String code, String path, String message, String value) {}

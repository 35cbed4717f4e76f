package energy.optibid.portfolio;

/**
 * One thing that is wrong with an asset or a site.
 *
 * @param rule the rule that is broken
 * @param field which field breaks it, as in the API: for example {@code battery.chargePowerMw}
 * @param message what is wrong, in one sentence
 * @param value what was given, empty where nothing was
 */
public record PortfolioFinding(PortfolioRule rule, String field, String message, String value) {}

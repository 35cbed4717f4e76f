package energy.optibid.portfolio;

import energy.optibid.portfolio.AssetRefusedException.Rule;

/**
 * One thing that is wrong with an asset.
 *
 * @param rule the rule that is broken
 * @param field which field breaks it, as in the API: for example {@code battery.chargePowerMw}
 * @param message what is wrong, in one sentence
 * @param value what was given
 */
public record AssetFinding(Rule rule, String field, String message, String value) {}

package energy.optibid.market;

/**
 * One thing that is wrong with a rule set.
 *
 * @param code stable, kebab-case: {@code out-of-range}, {@code off-step}, {@code contradicts}, {@code needed}, {@code unknown-currency}
 * @param field which field, as in the API
 * @param message what is wrong, in one sentence
 * @param value what was given, empty where nothing was
 */
public record RuleFinding(String code, String field, String message, String value) {}

package energy.optibid.forecasting;

/**
 * One thing that is wrong with what was told of a model.
 *
 * @param rule the rule that is broken
 * @param field which field breaks it, as in the API: for example {@code metrics[3].name}
 * @param message what is wrong, in one sentence
 * @param value what was given, empty where nothing was
 */
public record ModelFinding(ModelRule rule, String field, String message, String value) {}

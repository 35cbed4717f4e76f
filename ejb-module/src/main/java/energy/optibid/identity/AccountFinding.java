package energy.optibid.identity;

/**
 * One thing that is wrong with a user or an organisation.
 *
 * @param code stable, kebab-case: {@code invalid-email}, {@code invalid-name}, {@code email-taken}, {@code name-taken},
 *     {@code unknown-role}, {@code no-role}, {@code invalid-status} or {@code no-identity-provider}
 * @param field which field breaks the rule, as in the API
 * @param message what is wrong, in one sentence
 * @param value what was given
 */
public record AccountFinding(String code, String field, String message, String value) {}

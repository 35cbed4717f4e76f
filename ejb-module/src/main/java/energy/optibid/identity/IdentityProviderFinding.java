package energy.optibid.identity;

/**
 * One thing that is wrong with an identity provider.
 *
 * @param code stable, kebab-case
 * @param field as in the API
 * @param value what was given; never a secret
 */
public record IdentityProviderFinding(String code, String field, String message, String value) {}

package energy.optibid.identity;

import java.util.Optional;

/**
 * What the provider's redirect brought, all of it unchecked.
 *
 * @param issuer the parameter {@code iss} of RFC 9207
 * @param error why the provider refused; then there is no code
 * @param browserSecret of the cookie of {@link SingleSignOnStart}
 */
public record SingleSignOnAnswer(
        String state,
        Optional<String> code,
        Optional<String> issuer,
        Optional<String> error,
        Optional<String> browserSecret) {
    @Override
    public String toString() {
        return "SingleSignOnAnswer[error " + error + "]";
    }
}

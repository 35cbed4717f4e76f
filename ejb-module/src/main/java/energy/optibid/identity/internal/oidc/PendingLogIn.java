package energy.optibid.identity.internal.oidc;

import java.util.UUID;

/**
 * A log-in that has come back from the provider, and was taken out of the table by that.
 *
 * @param ofThisBrowser whether the cookie is that of the log-in
 * @param inTime whether it took less than ten minutes
 * @param nonce that its ID token has to hold
 * @param verifier of PKCE
 */
public record PendingLogIn(
        UUID organisationId,
        String issuer,
        String returnTo,
        boolean ofThisBrowser,
        boolean inTime,
        String nonce,
        String verifier) {
    @Override
    public String toString() {
        return "PendingLogIn[" + organisationId + ", " + issuer + "]";
    }
}

package energy.optibid.identity.internal.oidc;

/**
 * What an ID token has to say.
 *
 * @param nonce that was sent with the authorization request
 * @param accessToken that came with it, which {@code at_hash} is compared with where it is given
 */
public record ExpectedToken(String issuer, String clientId, String nonce, String accessToken) {
    @Override
    public String toString() {
        return "ExpectedToken[" + issuer + ", " + clientId + "]";
    }
}

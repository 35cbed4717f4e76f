package energy.optibid.web.rest.auth;

import energy.optibid.identity.TokenKey;
import java.util.List;

/** A JSON Web Key Set (RFC 7517): what verifies access tokens. */
public record KeySetJson(List<KeyJson> keys) {
    public KeySetJson {
        keys = List.copyOf(keys);
    }

    static KeySetJson of(List<TokenKey> keys) {
        return new KeySetJson(keys.stream().map(KeyJson::of).toList());
    }

    /**
     * A public key on the curve P-256.
     *
     * @param kty {@code EC}
     * @param use {@code sig}
     * @param alg {@code ES256}
     * @param kid its id in the header of the tokens
     * @param crv {@code P-256}
     */
    public record KeyJson(String kty, String use, String alg, String kid, String crv, String x, String y) {
        static KeyJson of(TokenKey key) {
            return new KeyJson("EC", "sig", "ES256", key.id(), "P-256", key.x(), key.y());
        }
    }
}

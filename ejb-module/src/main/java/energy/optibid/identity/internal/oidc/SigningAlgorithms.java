package energy.optibid.identity.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import java.util.Set;

/**
 * How an ID token may be signed: asymmetrically only. With a symmetric one who knows a public value could sign, and the
 * algorithm {@code none} is no signature (RFC 8725, sections 2.1 and 3.1).
 */
final class SigningAlgorithms {
    private static final int LEAST_RSA_BITS = 2048;

    static final Set<JWSAlgorithm> ALLOWED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private SigningAlgorithms() {}

    /** Whether the key can check signatures of that algorithm: its type, curve, length and declared use fit. */
    static boolean fits(JWK key, JWSAlgorithm algorithm) {
        boolean forThisAlgorithm =
                key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm);
        boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        return forThisAlgorithm && forSignatures && suits(key, algorithm);
    }

    private static boolean suits(JWK key, JWSAlgorithm algorithm) {
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return key.getKeyType().equals(KeyType.RSA) && ((RSAKey) key).size() >= LEAST_RSA_BITS;
        }
        return key instanceof ECKey ec
                && Optional.ofNullable(Curve.forJWSAlgorithm(algorithm))
                        .map(curves -> curves.contains(ec.getCurve()))
                        .orElse(false);
    }

    /** The hash that at_hash is made with: that of the signature's algorithm (OpenID Connect Core 3.1.3.6). */
    static String hash(JWSAlgorithm algorithm) {
        return "SHA-" + algorithm.getName().substring(2);
    }
}

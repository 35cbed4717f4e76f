package energy.optibid.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Base64;

/**
 * The key pair that signs access tokens: ES256, made when the process first needs it and kept in memory, so tokens of
 * another process or of before a restart are refused (ADR 0021).
 */
final class SigningKey {

    private SigningKey() {}

    static ECKey pair() {
        return Holder.PAIR;
    }

    /** The public half as MicroProfile JWT reads it. */
    static String publicKeyPem() {
        try {
            byte[] encoded = pair().toECPublicKey().getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----";
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key has no public half", e);
        }
    }

    private static final class Holder {
        static final ECKey PAIR = generate();

        private static ECKey generate() {
            try {
                return new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("The JDK cannot make a P-256 key pair", e);
            }
        }
    }
}

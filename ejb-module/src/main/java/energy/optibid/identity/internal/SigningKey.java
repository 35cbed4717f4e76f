package energy.optibid.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import energy.optibid.identity.TokenKey;
import energy.optibid.identity.TokenKeyState;
import java.text.ParseException;
import java.time.Instant;

/** A P-256 key pair that signs access tokens from an instant on; its id is the thumbprint of RFC 7638. */
public final class SigningKey {
    private final ECKey pair;
    private final Instant signsFrom;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private SigningKey(ECKey pair, Instant signsFrom) throws JOSEException {
        this.pair = pair;
        this.signsFrom = signsFrom;
        this.signer = new ECDSASigner(pair);
        this.verifier = new ECDSAVerifier(pair.toPublicJWK());
    }

    static SigningKey generate(Instant signsFrom) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new SigningKey(pair, signsFrom);
        } catch (JOSEException e) {
            throw new IllegalStateException("The JDK cannot make a P-256 key pair", e);
        }
    }

    /** The pair that {@link #json()} wrote. */
    static SigningKey parse(String json, Instant signsFrom) {
        try {
            return new SigningKey(ECKey.parse(json), signsFrom);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("A stored signing key is not a P-256 key pair", e);
        }
    }

    String id() {
        return pair.getKeyID();
    }

    Instant signsFrom() {
        return signsFrom;
    }

    JWSSigner signer() {
        return signer;
    }

    JWSVerifier verifier() {
        return verifier;
    }

    /** Both halves as a JWK: to be sealed, and for nobody's log. */
    String json() {
        return pair.toJSONString();
    }

    TokenKey published(TokenKeyState state) {
        return new TokenKey(
                id(), state, signsFrom, pair.getX().toString(), pair.getY().toString());
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + " from " + signsFrom + "]";
    }
}

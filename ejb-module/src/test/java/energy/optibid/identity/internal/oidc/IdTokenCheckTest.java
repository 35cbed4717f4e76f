package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Forged ID tokens. */
@SuppressWarnings("JavaUtilDate") // Nimbus speaks java.util.Date.
class IdTokenCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String ISSUER = "https://id.utility.example/realms/utility";
    private static final String CLIENT = "optibid";
    private static final String CLIENT_SECRET = "a-client-secret-that-is-long-enough-for-hs256";
    private static final ExpectedToken EXPECTED = new ExpectedToken(ISSUER, CLIENT, "the-nonce", "the-access-token");

    private static final RSAKey RSA = rsa("rsa-1");
    private static final ECKey EC = ec("ec-1", Curve.P_256);
    private static final KeyFinder KEYS = published(RSA, EC);

    private final IdTokenCheck check = new IdTokenCheck(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void checkShouldGiveTheClaimsWhenTheTokenIsGood() throws Exception {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS384, JWSAlgorithm.RS512)) {
            String token = signed(header(algorithm, "rsa-1"), good().build(), new RSASSASigner(RSA));
            assertThat(check.check(token, EXPECTED, KEYS).getSubject()).isEqualTo("subject-1");
        }
        String token = signed(header(JWSAlgorithm.ES256, "ec-1"), good().build(), new ECDSASigner(EC));
        assertThat(check.check(token, EXPECTED, KEYS).getStringListClaim("groups"))
                .containsExactly("desk-traders");
    }

    @Test
    void checkShouldRefuseTokenWhenItIsNotSigned() {
        assertRefused(new PlainJWT(good().build()).serialize(), "not a signed JWT");
        assertRefused(rs256(good()).replaceAll("\\.[^.]*$", "."), "not a signed JWT");
        String none = encoded("{\"alg\":\"none\",\"kid\":\"rsa-1\"}") + "."
                + encoded(good().build().toString()) + ".c2lnbmF0dXJl";
        assertRefused(none, "not a signed JWT");
        assertRefused("", "not a signed JWT");
        assertRefused("a.b.c", "not a signed JWT");
        assertRefused("x".repeat(70_000), "too long");
    }

    @Test
    void checkShouldRefuseTokenWhenItIsSignedWithTheClientSecretOrThePublicKey() throws Exception {
        for (byte[] secret :
                List.of(CLIENT_SECRET.getBytes(UTF_8), RSA.toRSAPublicKey().getEncoded(), pem(RSA).getBytes(UTF_8))) {
            String token = signed(header(JWSAlgorithm.HS256, "rsa-1"), good().build(), new MACSigner(secret));
            assertRefused(token, "is signed with HS256");
        }
    }

    @Test
    void checkShouldRefuseTokenWhenAnotherKeyMadeTheSignature() throws Exception {
        RSAKey stranger = rsa("rsa-1");
        assertRefused(
                signed(header(JWSAlgorithm.RS256, "rsa-1"), good().build(), new RSASSASigner(stranger)),
                "no key of the provider made");
        assertRefused(
                signed(header(JWSAlgorithm.RS256, "rsa-2"), good().build(), new RSASSASigner(RSA)),
                "no key of the provider made");
        // The token brings its own key along, and a place where to find it.
        JWSHeader brought = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("stranger")
                .jwk(stranger.toPublicJWK())
                .jwkURL(URI.create("https://attacker.example/keys"))
                .build();
        assertRefused(signed(brought, good().build(), new RSASSASigner(stranger)), "no key of the provider made");
    }

    @Test
    void checkShouldRefuseTokenWhenTheKeyDoesNotFitTheAlgorithm() throws Exception {
        RSAKey key = rsa("enc");
        RSAKey forEncryption =
                new RSAKey.Builder(key).keyID("enc").keyUse(KeyUse.ENCRYPTION).build();
        assertThatThrownBy(() -> check.check(
                        signed(header(JWSAlgorithm.RS256, "enc"), good().build(), new RSASSASigner(key)),
                        EXPECTED,
                        published(forEncryption)))
                .hasMessageContaining("no key of the provider made");
        ECKey p384 = ec("ec-1", Curve.P_384);
        assertRefused(
                signed(header(JWSAlgorithm.ES384, "ec-1"), good().build(), new ECDSASigner(p384)),
                "no key of the provider made");
    }

    @Test
    void checkShouldRefuseTokenWhenItIsChangedAfterwards() {
        String[] parts = rs256(good()).split("\\.", -1);
        String changed = encoded(good().subject("somebody-else").build().toString());
        assertRefused(parts[0] + "." + changed + "." + parts[2], "no key of the provider made");
    }

    @Test
    void checkShouldRefuseTokenWhenItNamesCriticalParameters() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .criticalParams(Set.of("http://example.org/must"))
                .customParam("http://example.org/must", true)
                .build();
        assertRefused(signed(header, good().build(), new RSASSASigner(RSA)), "critical");
    }

    @Test
    void checkShouldRefuseTokenWhenItIsNotForUs() {
        assertRefused(rs256(good().issuer(ISSUER + "/")), "is of the issuer");
        assertRefused(rs256(good().issuer("https://id.utility.example/realms/other")), "is of the issuer");
        assertRefused(rs256(good().issuer(null)), "is of the issuer");
        assertRefused(rs256(good().audience("another-client")), "is for");
        assertRefused(rs256(good().audience(List.of())), "is for");
        assertRefused(rs256(good().audience(List.of(CLIENT, "another-client"))), "asked for by nobody");
        assertRefused(rs256(good().claim("azp", "another-client")), "asked for by another-client");
        assertRefused(rs256(good().subject(null)), "no usable subject");
        assertRefused(rs256(good().subject(" ")), "no usable subject");
        assertRefused(rs256(good().subject("s".repeat(256))), "no usable subject");
    }

    @Test
    void checkShouldTakeTokenForSeveralWhenItWasAskedForByUs() {
        String token = rs256(good().audience(List.of("another-client", CLIENT)).claim("azp", CLIENT));

        assertThat(check.check(token, EXPECTED, KEYS).getSubject()).isEqualTo("subject-1");
    }

    @Test
    void checkShouldRefuseTokenWhenItIsNotOfNow() {
        assertRefused(rs256(good().expirationTime(at(-61))), "expired at");
        assertRefused(rs256(good().expirationTime(null)), "has no exp");
        assertRefused(rs256(good().issueTime(null)), "has no iat");
        assertRefused(rs256(good().issueTime(at(61))), "issued in the future");
        assertRefused(rs256(good().issueTime(at(-601))), "is from");
        assertRefused(rs256(good().notBeforeTime(at(61))), "is valid from");
    }

    @Test
    void checkShouldForgiveAMinuteWhenTheClocksAreApart() {
        String token = rs256(good().expirationTime(at(-59)).issueTime(at(59)).notBeforeTime(at(59)));

        assertThat(check.check(token, EXPECTED, KEYS).getSubject()).isEqualTo("subject-1");
    }

    @Test
    void checkShouldRefuseTokenWhenItAnswersAnotherLogIn() {
        assertRefused(rs256(good().claim("nonce", "another-nonce")), "another nonce");
        assertRefused(rs256(good().claim("nonce", null)), "another nonce");
        assertRefused(rs256(good().claim("at_hash", hash("another-access-token"))), "another access token");
        assertRefused(rs256(good().claim("at_hash", 7)), "another access token");
        assertThat(check.check(rs256(good().claim("at_hash", hash("the-access-token"))), EXPECTED, KEYS)
                        .getSubject())
                .isEqualTo("subject-1");
    }

    private void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> check.check(token, EXPECTED, KEYS))
                .isInstanceOf(IdTokenRefusedException.class)
                .hasMessageContaining(reason);
    }

    static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(CLIENT)
                .subject("subject-1")
                .issueTime(at(-1))
                .expirationTime(at(300))
                .claim("nonce", "the-nonce")
                .claim("groups", List.of("desk-traders"));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String rs256(JWTClaimsSet.Builder claims) {
        try {
            return signed(header(JWSAlgorithm.RS256, "rsa-1"), claims.build(), new RSASSASigner(RSA));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId).build();
    }

    private static KeyFinder published(JWK... keys) {
        List<JWK> set = new JWKSet(Arrays.asList(keys)).toPublicJWKSet().getKeys();
        return header -> set.stream()
                .filter(key -> key.getKeyID().equals(header.getKeyID()))
                .toList();
    }

    private static RSAKey rsa(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String keyId, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String accessToken) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(UTF_8));
            return Base64URL.encode(Arrays.copyOf(whole, 16)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    private static String pem(RSAKey key) throws JOSEException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }
}

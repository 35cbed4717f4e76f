package energy.optibid.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import energy.optibid.identity.InspectedToken;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.identity.VerifiedToken;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {
    private static final long NOW = TokenBench.NOW.getEpochSecond();

    private final TokenBench bench = new TokenBench();
    private final String good = bench.good();
    private final String[] parts = good.split("\\.", -1);

    @Test
    void verifyShouldTellTheUserWhenTokenIsOurs() {
        assertThat(bench.inspect(good))
                .isEqualTo(new InspectedToken.Accepted(new VerifiedToken(
                        TokenBench.USER.id(),
                        "ada@example.org",
                        TokenBench.USER.organisation().id(),
                        Set.of("administrator", "operator"),
                        Optional.of(TokenBench.SESSION),
                        Optional.empty(),
                        TokenBench.NOW.plus(Duration.ofMinutes(15)))));
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, TokenCheckTest::same)))
                .isEqualTo(bench.inspect(good));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "x",
                "a.b",
                "a.b.c",
                "a.b.c.d",
                "e30.e30.",
                "\u0000.b.c",
                "ä.ö.ü",
                "W10.W10.W10",
                "e30=.e30=.AA"
            })
    void verifyShouldRefuseWhenItIsNoToken(String token) {
        assertThat(bench.inspect(token)).isInstanceOf(InspectedToken.Refused.class);
    }

    @Test
    void verifyShouldRefuseWhenTheTokenIsGiant() {
        assertThat(bench.inspect(parts[0] + "." + "A".repeat(5000) + "." + parts[2]))
                .isEqualTo(TokenBench.refused(TokenRefusal.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void verifyShouldRefuseWhenTheAlgorithmIsNone(String none) {
        String header = TokenBench.changed(parts[0], json -> json.put("alg", none));

        assertThat(bench.inspect(Base64URL.encode(header) + "." + parts[1] + "."))
                .isEqualTo(TokenBench.refused(TokenRefusal.ALGORITHM));
        assertThat(bench.inspect(Base64URL.encode(header) + "." + parts[1] + "." + parts[2]))
                .isEqualTo(TokenBench.refused(TokenRefusal.ALGORITHM));
    }

    @Test
    void verifyShouldRefuseWhenThePublicKeyIsTakenForASecret() throws JOSEException {
        ECKey pair = pair();
        byte[] encoded = pair.toECPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n";
        String header = TokenBench.changed(parts[0], json -> json.put("alg", "HS256"));
        for (byte[] secret : List.of(
                pem.getBytes(UTF_8),
                pem.strip().getBytes(UTF_8),
                encoded,
                pair.toPublicJWK().toJSONString().getBytes(UTF_8))) {
            String token = TokenBench.signed(header, TokenBench.decoded(good, 1), new MACSigner(secret));

            assertThat(bench.inspect(token)).isEqualTo(TokenBench.refused(TokenRefusal.ALGORITHM));
        }
    }

    @Test
    void verifyShouldRefuseWhenTheCurveIsAnother() throws JOSEException {
        ECKey other = new ECKeyGenerator(Curve.P_384).generate();
        String payload = TokenBench.decoded(good, 1);
        String honest = TokenBench.changed(parts[0], json -> json.put("alg", "ES384"));

        assertThat(bench.inspect(TokenBench.signed(honest, payload, new ECDSASigner(other))))
                .isEqualTo(TokenBench.refused(TokenRefusal.ALGORITHM));
        assertThat(bench.inspect(TokenBench.signed(TokenBench.decoded(good, 0), payload, new ECDSASigner(other))))
                .isEqualTo(TokenBench.refused(TokenRefusal.SIGNATURE));
    }

    @Test
    void verifyShouldRefuseWhenAnotherKeyHasSigned() throws JOSEException {
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        String token =
                TokenBench.signed(TokenBench.decoded(good, 0), TokenBench.decoded(good, 1), new ECDSASigner(other));

        assertThat(bench.inspect(token)).isEqualTo(TokenBench.refused(TokenRefusal.SIGNATURE));
    }

    @Test
    void verifyShouldRefuseWhenTheSignatureIsNoneAtAll() {
        List<byte[]> blanks = new ArrayList<>();
        for (int length : new int[] {0, 1, 63, 64, 65, 96}) {
            blanks.add(new byte[length]);
        }
        for (byte[] blank : blanks) {
            assertThat(bench.inspect(parts[0] + "." + parts[1] + "." + Base64URL.encode(blank)))
                    .as("%d zeros", blank.length)
                    .isIn(TokenBench.refused(TokenRefusal.SIGNATURE), TokenBench.refused(TokenRefusal.MALFORMED));
        }
    }

    @Test
    void verifyShouldRefuseWhenThePayloadWasAltered() {
        String altered = TokenBench.changed(parts[1], json -> json.put("groups", List.of("operator")));

        assertThat(bench.inspect(parts[0] + "." + Base64URL.encode(altered) + "." + parts[2]))
                .isEqualTo(TokenBench.refused(TokenRefusal.SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "",
                "../../../../dev/null",
                "/proc/self/environ",
                "' or '1'='1",
                "x'; drop table signing_keys; --",
                "\u0000"
            })
    void verifyShouldRefuseWhenTheKeyIsNotOurs(String id) {
        assertThat(bench.inspect(bench.signed(json -> json.put("kid", id), TokenCheckTest::same)))
                .isEqualTo(TokenBench.refused(TokenRefusal.UNKNOWN_KEY));
    }

    @Test
    void verifyShouldRefuseWhenNoKeyOrNoTextIsNamed() {
        assertThat(bench.inspect(bench.signed(json -> json.remove("kid"), TokenCheckTest::same)))
                .isEqualTo(TokenBench.refused(TokenRefusal.UNKNOWN_KEY));
        assertThat(bench.inspect(bench.signed(json -> json.put("kid", List.of(bench.key.id())), TokenCheckTest::same)))
                .isEqualTo(TokenBench.refused(TokenRefusal.UNKNOWN_KEY));
    }

    @Test
    void verifyShouldRefuseWhenTheHeaderBringsAKeyOrItsAddressOrAnExtension() throws ParseException, JOSEException {
        for (Map.Entry<String, Object> brought : Map.<String, Object>of(
                        "jwk",
                        pair().toPublicJWK().toJSONObject(),
                        "jku",
                        "https://attacker.example/jwks",
                        "x5u",
                        "https://attacker.example/cert",
                        "x5c",
                        List.of("MIIB"),
                        "x5t",
                        "AA",
                        "crit",
                        List.of("exp"),
                        "b64",
                        false,
                        "zip",
                        "DEF")
                .entrySet()) {
            assertThat(bench.inspect(
                            bench.signed(json -> json.put(brought.getKey(), brought.getValue()), TokenCheckTest::same)))
                    .as(brought.getKey())
                    .isEqualTo(TokenBench.refused(TokenRefusal.HEADER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "refresh+jwt", "mfa+jwt", "AT+JWT", "application/at+jwt", ""})
    void verifyShouldRefuseWhenItIsAnotherKindOfToken(String type) {
        assertThat(bench.inspect(bench.signed(json -> json.put("typ", type), TokenCheckTest::same)))
                .isEqualTo(TokenBench.refused(TokenRefusal.TYPE));
        assertThat(bench.inspect(bench.signed(json -> json.remove("typ"), TokenCheckTest::same)))
                .isEqualTo(TokenBench.refused(TokenRefusal.TYPE));
    }

    @Test
    void verifyShouldRefuseWhenItIsNotTheTime() {
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("exp", NOW))))
                .isEqualTo(TokenBench.refused(TokenRefusal.EXPIRED));
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("exp", 1e30))))
                .isInstanceOf(InspectedToken.Refused.class);
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("nbf", NOW + 11))))
                .isEqualTo(TokenBench.refused(TokenRefusal.NOT_YET_VALID));
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("iat", NOW + 11))))
                .isEqualTo(TokenBench.refused(TokenRefusal.NOT_YET_VALID));
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("nbf", NOW + 10))))
                .isInstanceOf(InspectedToken.Accepted.class);
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("exp", NOW + 86_400))))
                .isEqualTo(TokenBench.refused(TokenRefusal.CLAIMS));
    }

    @Test
    void verifyShouldRefuseWhenItIsFromOrForSomebodyElse() {
        assertThat(bench.inspect(
                        bench.signed(TokenCheckTest::same, json -> json.put("iss", "https://optibid.example"))))
                .isEqualTo(TokenBench.refused(TokenRefusal.ISSUER));
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put("aud", "other"))))
                .isEqualTo(TokenBench.refused(TokenRefusal.AUDIENCE));
        assertThat(bench.inspect(
                        bench.signed(TokenCheckTest::same, json -> json.put("aud", List.of("optibid", "other")))))
                .isEqualTo(TokenBench.refused(TokenRefusal.AUDIENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "exp", "nbf", "iat", "jti", "upn", "groups", "organisation_id", "sid"})
    void verifyShouldRefuseWhenAClaimIsMissingOrOfAnotherType(String claim) {
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.remove(claim))))
                .isInstanceOf(InspectedToken.Refused.class);
        assertThat(bench.inspect(bench.signed(TokenCheckTest::same, json -> json.put(claim, Map.of("a", 1)))))
                .isInstanceOf(InspectedToken.Refused.class);
    }

    @Test
    void verifyShouldRefuseWhenItBelongsToASessionAndAKey() {
        assertThat(bench.inspect(
                        bench.signed(TokenCheckTest::same, json -> json.put("key", TokenBench.SESSION.toString()))))
                .isEqualTo(TokenBench.refused(TokenRefusal.CLAIMS));
    }

    @Test
    void verifyShouldRefuseWhenANameStandsTwice() {
        String header = TokenBench.decoded(good, 0);
        String claims = TokenBench.decoded(good, 1);
        String doubledHeader = header.replaceFirst("\\{", "{\"alg\":\"none\",");
        String doubledClaims = claims.replaceFirst("\\{", "{\"sub\":\"00000000-0000-0000-0000-000000000001\",");

        assertThat(bench.inspect(TokenBench.signed(doubledHeader, claims, bench.key.signer())))
                .isEqualTo(TokenBench.refused(TokenRefusal.MALFORMED));
        assertThat(bench.inspect(TokenBench.signed(header, doubledClaims, bench.key.signer())))
                .isEqualTo(TokenBench.refused(TokenRefusal.MALFORMED));
    }

    private static void same(Map<String, Object> json) {
        // Left as it is.
    }

    private ECKey pair() {
        try {
            return ECKey.parse(bench.key.json());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}

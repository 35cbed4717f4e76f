package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.InspectedToken;
import energy.optibid.identity.VerifiedToken;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private final TokenBench bench = new TokenBench();
    private final GrantedAccess access = bench.granted();

    @Test
    void grantShouldNameAlgorithmTypeAndKeyWhenAsked() throws Exception {
        SignedJWT token = SignedJWT.parse(access.accessToken());

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getKeyID()).isEqualTo(bench.key.id());
        assertThat(token.getHeader().toJSONObject()).hasSize(3);
        assertThat(token.verify(bench.key.verifier())).isTrue();
    }

    @Test
    void grantShouldTellUserOrganisationRolesAndSessionWhenAsked() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(access.accessToken()).getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo("optibid");
        assertThat(claims.getAudience()).containsExactly("optibid");
        assertThat(claims.getSubject()).isEqualTo(TokenBench.USER.id().toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("ada@example.org");
        assertThat(claims.getStringListClaim("groups")).containsExactly("administrator", "operator");
        assertThat(claims.getStringClaim("organisation_id"))
                .isEqualTo(TokenBench.USER.organisation().id().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(TokenBench.SESSION.toString());
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
    }

    @Test
    void grantShouldEndAfterFifteenMinutesWhenAsked() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(access.accessToken()).getJWTClaimsSet();

        assertThat(access.validFor()).isEqualTo(Duration.ofMinutes(15));
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(TokenBench.NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void grantToKeyShouldHaveTheKeysRolesAndNoSessionWhenAsked() {
        UUID apiKey = new UUID(7, 8);
        GrantedAccess granted = bench.tokens.grantToKey(TokenBench.USER, Set.of("operator"), apiKey);

        assertThat(granted.refreshToken()).isEmpty();
        assertThat(bench.inspect(granted.accessToken()))
                .isEqualTo(new InspectedToken.Accepted(new VerifiedToken(
                        TokenBench.USER.id(),
                        "ada@example.org",
                        TokenBench.USER.organisation().id(),
                        Set.of("operator"),
                        Optional.empty(),
                        Optional.of(apiKey),
                        TokenBench.NOW.plus(Duration.ofMinutes(15)))));
    }

    @Test
    void toStringShouldNotTellTheTokensWhenLogged() {
        assertThat(access.toString()).doesNotContain(access.accessToken()).doesNotContain("secret");
        assertThat(access.refreshToken().orElseThrow().toString()).doesNotContain("secret");
        assertThat(bench.key.toString()).doesNotContain("\"d\"");
    }
}

package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.UserAccount;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UserAccount ACCOUNT = new UserAccount(
            new UUID(1, 2),
            "ada@example.org",
            "Ada",
            new Organisation(new UUID(3, 4), "Example"),
            List.of("administrator", "operator"));

    private final GrantedAccess access = new AccessTokens(Clock.fixed(NOW, ZoneOffset.UTC)).grant(ACCOUNT);

    @Test
    void grantShouldSignWithTheKeyOfTheConfigSourceWhenAsked() throws Exception {
        SignedJWT token = SignedJWT.parse(access.accessToken());

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getKeyID()).isEqualTo(SigningKey.pair().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(configured()))).isTrue();
    }

    @Test
    void grantShouldTellUserOrganisationAndRolesWhenAsked() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(access.accessToken()).getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo("optibid");
        assertThat(claims.getAudience()).containsExactly("optibid");
        assertThat(claims.getSubject()).isEqualTo(ACCOUNT.id().toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("ada@example.org");
        assertThat(claims.getStringListClaim("groups")).containsExactly("administrator", "operator");
        assertThat(claims.getStringClaim("organisation_id"))
                .isEqualTo(ACCOUNT.organisation().id().toString());
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void grantShouldEndAfterFifteenMinutesWhenAsked() throws ParseException {
        JWTClaimsSet claims = SignedJWT.parse(access.accessToken()).getJWTClaimsSet();

        assertThat(access.validFor()).isEqualTo(Duration.ofMinutes(15));
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void toStringShouldNotTellTheTokenWhenLogged() {
        assertThat(access.toString()).doesNotContain(access.accessToken());
    }

    @Test
    void configSourceShouldBeSilentWhenAskedForOtherKeys() {
        assertThat(new TokenKeyConfigSource().getValue("optibid.database.url")).isNull();
        assertThat(new TokenKeyConfigSource().getValue("mp.jwt.verify.publickey.algorithm"))
                .isEqualTo("ES256");
    }

    private static ECPublicKey configured() throws GeneralSecurityException {
        String pem = Objects.requireNonNull(new TokenKeyConfigSource().getValue("mp.jwt.verify.publickey"));
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key));
    }
}

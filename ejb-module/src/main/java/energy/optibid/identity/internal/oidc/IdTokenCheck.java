package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Verifies ID tokens as OpenID Connect Core 1.0 (errata set 2), section 3.1.3.7, and RFC 8725 ask for. Keys come from
 * the provider's published set alone: {@code jwk}, {@code jku}, {@code x5c} and {@code x5u} of the token are not looked
 * at.
 */
public final class IdTokenCheck {
    private static final int MAX_CHARACTERS = 64 * 1024;
    private static final int MAX_SUBJECT = 255;

    /** What the clocks of the provider and ours may be apart. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** A token older than a log-in takes is not the answer to one. */
    static final Duration OLDEST = Duration.ofMinutes(10);

    private final Clock clock;

    public IdTokenCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * The claims of the token.
     *
     * @throws IdTokenRefusedException where anything about it is not as it has to be
     */
    public JWTClaimsSet check(String idToken, ExpectedToken expected, KeyFinder keys) {
        SignedJWT token = parse(idToken);
        JWSHeader header = token.getHeader();
        require(SigningAlgorithms.ALLOWED.contains(header.getAlgorithm()), "is signed with " + header.getAlgorithm());
        require(header.getCriticalParams() == null, "has critical header parameters");
        require(
                keys.keysFor(header).stream().anyMatch(key -> isSignedWith(token, key)),
                "has a signature that no key of the provider made, kid " + header.getKeyID());
        JWTClaimsSet claims = claims(token);
        checkParties(claims, expected);
        checkTimes(claims);
        require(
                same(text(claims, "nonce").orElse(""), expected.nonce()),
                "has another nonce than the log-in that it should answer");
        checkAccessToken(claims, header, expected.accessToken());
        return claims;
    }

    private static SignedJWT parse(String idToken) {
        require(idToken.length() <= MAX_CHARACTERS, "is too long");
        try {
            return SignedJWT.parse(idToken);
        } catch (ParseException | IllegalArgumentException e) {
            throw new IdTokenRefusedException("The ID token is not a signed JWT", e);
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IdTokenRefusedException("The ID token's claims are no JSON object", e);
        }
    }

    private static boolean isSignedWith(SignedJWT token, JWK key) {
        if (!SigningAlgorithms.fits(key, token.getHeader().getAlgorithm())) {
            return false;
        }
        try {
            JWSVerifier verifier = key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey());
            return token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static void checkParties(JWTClaimsSet claims, ExpectedToken expected) {
        require(expected.issuer().equals(claims.getIssuer()), "is of the issuer " + claims.getIssuer());
        List<String> audience = claims.getAudience();
        require(audience.contains(expected.clientId()), "is for " + audience);
        Optional<String> authorizedParty = text(claims, "azp");
        require(
                authorizedParty.map(expected.clientId()::equals).orElse(audience.size() == 1),
                "was asked for by " + authorizedParty.orElse("nobody named"));
        String subject = Optional.ofNullable(claims.getSubject()).orElse("");
        require(!subject.isBlank() && subject.length() <= MAX_SUBJECT, "has no usable subject");
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant expires = time(claims.getExpirationTime(), "exp");
        Instant issued = time(claims.getIssueTime(), "iat");
        require(expires.plus(SKEW).isAfter(now), "expired at " + expires);
        require(!issued.minus(SKEW).isAfter(now), "is issued in the future, at " + issued);
        require(!issued.plus(OLDEST).isBefore(now), "is from " + issued);
        Optional.ofNullable(claims.getNotBeforeTime())
                .map(IdTokenCheck::instant)
                .ifPresent(begin -> require(!begin.minus(SKEW).isAfter(now), "is valid from " + begin));
    }

    private static void checkAccessToken(JWTClaimsSet claims, JWSHeader header, String accessToken) {
        Optional<Object> hash = Optional.ofNullable(claims.getClaim("at_hash"));
        hash.ifPresent(given -> require(
                given instanceof String text
                        && same(text, leftHalf(SigningAlgorithms.hash(header.getAlgorithm()), accessToken)),
                "belongs to another access token"));
    }

    private static String leftHalf(String algorithm, String accessToken) {
        try {
            byte[] whole = MessageDigest.getInstance(algorithm).digest(accessToken.getBytes(US_ASCII));
            return Base64URL.encode(Arrays.copyOf(whole, whole.length / 2)).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no " + algorithm, e);
        }
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name)).map(Object::toString);
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
    }

    private static Instant time(Date date, String claim) {
        return Optional.ofNullable(date)
                .map(IdTokenCheck::instant)
                .orElseThrow(() -> new IdTokenRefusedException("The ID token has no " + claim));
    }

    // Nimbus speaks java.util.Date.
    @SuppressWarnings("JavaUtilDate")
    private static Instant instant(Date date) {
        return date.toInstant();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IdTokenRefusedException("The ID token " + otherwise);
        }
    }
}

package energy.optibid.identity.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import energy.optibid.identity.Access;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.identity.VerifiedToken;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims of a token whose signature is ours. */
final class TokenClaims {
    private final JWTClaimsSet claims;

    private TokenClaims(JWTClaimsSet claims) {
        this.claims = claims;
    }

    static VerifiedToken verified(Map<String, Object> payload, TokenRules rules, Instant now)
            throws TokenRefusedException {
        try {
            TokenClaims claims = new TokenClaims(JWTClaimsSet.parse(payload));
            claims.checkParties(rules);
            claims.checkTime(now);
            return claims.token();
        } catch (ParseException | IllegalArgumentException e) {
            throw new TokenRefusedException(TokenRefusal.CLAIMS);
        }
    }

    private void checkParties(TokenRules rules) throws TokenRefusedException {
        if (!rules.issuer().equals(claims.getIssuer())) {
            throw new TokenRefusedException(TokenRefusal.ISSUER);
        }
        if (!claims.getAudience().equals(List.of(rules.audience()))) {
            throw new TokenRefusedException(TokenRefusal.AUDIENCE);
        }
    }

    private void checkTime(Instant now) throws TokenRefusedException {
        Instant expires = instant(claims.getExpirationTime());
        Instant notBefore = instant(claims.getNotBeforeTime());
        Instant issued = instant(claims.getIssueTime());
        if (!now.isBefore(expires)) {
            throw new TokenRefusedException(TokenRefusal.EXPIRED);
        }
        Instant latest = now.plus(TokenRules.SKEW);
        if (notBefore.isAfter(latest) || issued.isAfter(latest)) {
            throw new TokenRefusedException(TokenRefusal.NOT_YET_VALID);
        }
        if (expires.isAfter(issued.plus(TokenRules.ACCESS_AT_MOST))) {
            throw new TokenRefusedException(TokenRefusal.CLAIMS);
        }
    }

    private VerifiedToken token() throws ParseException, TokenRefusedException {
        List<String> groups = claims.getStringListClaim(AccessTokens.GROUPS_CLAIM);
        String email = claims.getStringClaim(AccessTokens.EMAIL_CLAIM);
        Optional<UUID> session = id(claims.getStringClaim(AccessTokens.SESSION_CLAIM));
        Optional<UUID> key = id(claims.getStringClaim(AccessTokens.KEY_CLAIM));
        if (groups == null || email == null || claims.getJWTID() == null || session.isPresent() == key.isPresent()) {
            throw new TokenRefusedException(TokenRefusal.CLAIMS);
        }
        return new VerifiedToken(
                needed(claims.getSubject()),
                email,
                needed(claims.getStringClaim(Access.ORGANISATION_CLAIM)),
                Set.copyOf(groups),
                session,
                key,
                instant(claims.getExpirationTime()));
    }

    private static UUID needed(@Nullable String text) throws TokenRefusedException {
        return id(text).orElseThrow(() -> new TokenRefusedException(TokenRefusal.CLAIMS));
    }

    private static Optional<UUID> id(@Nullable String text) {
        return Optional.ofNullable(text).map(UUID::fromString);
    }

    // Nimbus speaks java.util.Date alone.
    @SuppressWarnings("JavaUtilDate")
    private static Instant instant(@Nullable Date date) throws TokenRefusedException {
        if (date == null) {
            throw new TokenRefusedException(TokenRefusal.CLAIMS);
        }
        return date.toInstant();
    }
}

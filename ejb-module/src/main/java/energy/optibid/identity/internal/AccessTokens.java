package energy.optibid.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import energy.optibid.identity.Access;
import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.RefreshToken;
import energy.optibid.identity.UserAccount;
import energy.optibid.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes access tokens: JWTs as RFC 9068 describes them, signed by ES256, with the organisation and the session. */
public final class AccessTokens {
    /** What kind of JWT it is (RFC 9068, section 2.1): no other kind is taken for one. */
    static final String TYPE = "at+jwt";

    static final String SESSION_CLAIM = "sid";
    static final String KEY_CLAIM = "key";
    static final String GROUPS_CLAIM = "groups";
    static final String EMAIL_CLAIM = "upn";

    private final Supplier<SigningKey> key;
    private final TokenRules rules;
    private final Clock clock;

    /** @param key the one that signs now */
    AccessTokens(Supplier<SigningKey> key, TokenRules rules, Clock clock) {
        this.key = key;
        this.rules = rules;
        this.clock = clock;
    }

    public GrantedAccess grant(UserAccount user, UUID sessionId, RefreshToken refreshToken) {
        String token = sign(claims(user, user.roles()).claim(SESSION_CLAIM, sessionId.toString()));
        return new GrantedAccess(token, TokenRules.ACCESS, user, Optional.of(refreshToken));
    }

    public GrantedAccess grantToKey(UserAccount user, Set<String> roles, UUID apiKeyId) {
        List<String> groups = roles.stream().sorted().toList();
        String token = sign(claims(user, groups).claim(KEY_CLAIM, apiKeyId.toString()));
        return new GrantedAccess(token, TokenRules.ACCESS, user);
    }

    // JWTClaimsSet.Builder takes java.util.Date alone.
    @SuppressWarnings("JavaUtilDate")
    private JWTClaimsSet.Builder claims(UserAccount user, List<String> groups) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(rules.issuer())
                .audience(rules.audience())
                .jwtID(Ids.next().toString())
                .subject(user.id().toString())
                .claim(EMAIL_CLAIM, user.email())
                .claim(GROUPS_CLAIM, groups)
                .claim(Access.ORGANISATION_CLAIM, user.organisation().id().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TokenRules.ACCESS)));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        SigningKey signing = key.get();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .keyID(signing.id())
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(signing.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed", e);
        }
        return token.serialize();
    }
}

package energy.optibid.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import energy.optibid.identity.Access;
import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.UserAccount;
import energy.optibid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;

/** Makes access tokens: ES256 JWTs with the claims that MicroProfile JWT asks for, and the organisation. */
@ApplicationScoped
public class AccessTokens {
    static final String ISSUER = "optibid";
    static final String AUDIENCE = "optibid";
    static final Duration VALID_FOR = Duration.ofMinutes(15);

    private final Clock clock;

    @Inject
    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxy only. */
    protected AccessTokens() {
        this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    public GrantedAccess grant(UserAccount account) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(SigningKey.pair().getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims(account));
        try {
            token.sign(new ECDSASigner(SigningKey.pair()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed", e);
        }
        return new GrantedAccess(token.serialize(), VALID_FOR, account);
    }

    // JWTClaimsSet.Builder takes java.util.Date alone.
    @SuppressWarnings("JavaUtilDate")
    private JWTClaimsSet claims(UserAccount account) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .jwtID(Ids.next().toString())
                .subject(account.id().toString())
                .claim("upn", account.email())
                .claim("groups", account.roles())
                .claim(Access.ORGANISATION_CLAIM, account.organisation().id().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID_FOR)))
                .build();
    }
}

package energy.optibid.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.identity.VerifiedToken;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The check of an access token, after RFC 8725: one algorithm, one type, keys by their id from our own list alone,
 * nothing in the header that could name another, the signature before any claim, and every claim there.
 */
public final class TokenCheck {
    /** Ours have some 700 characters. */
    private static final int MAX_LENGTH = 4096;

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    private final Function<String, Optional<SigningKey>> keys;
    private final TokenRules rules;
    private final Clock clock;
    private final GoodSignatures good = new GoodSignatures();

    /** @param keys ours by their id */
    TokenCheck(Function<String, Optional<SigningKey>> keys, TokenRules rules, Clock clock) {
        this.keys = keys;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws TokenRefusedException with the first reason that was found */
    public VerifiedToken verify(String token) throws TokenRefusedException {
        if (token.length() > MAX_LENGTH) {
            throw new TokenRefusedException(TokenRefusal.TOO_LARGE);
        }
        if (!COMPACT.matcher(token).matches()) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
        SigningKey key = key(header(token));
        return TokenClaims.verified(payload(token, key), rules, clock.instant());
    }

    private SigningKey key(Map<String, Object> header) throws TokenRefusedException {
        if (!"ES256".equals(header.get("alg"))) {
            throw new TokenRefusedException(TokenRefusal.ALGORITHM);
        }
        if (!HEADER.containsAll(header.keySet())) {
            throw new TokenRefusedException(TokenRefusal.HEADER);
        }
        if (!AccessTokens.TYPE.equals(header.get("typ"))) {
            throw new TokenRefusedException(TokenRefusal.TYPE);
        }
        if (!(header.get("kid") instanceof String id)) {
            throw new TokenRefusedException(TokenRefusal.UNKNOWN_KEY);
        }
        return keys.apply(id).orElseThrow(() -> new TokenRefusedException(TokenRefusal.UNKNOWN_KEY));
    }

    private static Map<String, Object> header(String token) throws TokenRefusedException {
        try {
            return JSONObjectUtils.parse(new Base64URL(token.substring(0, token.indexOf('.'))).decodeToString());
        } catch (ParseException | IllegalArgumentException e) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
    }

    private Map<String, Object> payload(String token, SigningKey key) throws TokenRefusedException {
        String hash = GoodSignatures.hash(token);
        try {
            Optional<String> known = good.payload(hash);
            return JSONObjectUtils.parse(known.isPresent() ? known.get() : verified(token, hash, key));
        } catch (JOSEException e) {
            throw new TokenRefusedException(TokenRefusal.SIGNATURE);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
    }

    private String verified(String token, String hash, SigningKey key)
            throws TokenRefusedException, JOSEException, ParseException {
        JWSObject signed = JWSObject.parse(token);
        if (!signed.verify(key.verifier())) {
            throw new TokenRefusedException(TokenRefusal.SIGNATURE);
        }
        String payload = signed.getPayload().toString();
        good.add(hash, payload);
        return payload;
    }
}

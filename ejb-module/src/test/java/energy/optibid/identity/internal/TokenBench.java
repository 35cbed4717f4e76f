package energy.optibid.identity.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.InspectedToken;
import energy.optibid.identity.Organisation;
import energy.optibid.identity.RefreshToken;
import energy.optibid.identity.TokenRefusal;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.VerifiedToken;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Access tokens, good and bad, at a moment that stands still. */
final class TokenBench {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final UUID SESSION = new UUID(5, 6);
    static final UserAccount USER = new UserAccount(
            new UUID(1, 2),
            "ada@example.org",
            "Ada",
            new Organisation(new UUID(3, 4), "Example"),
            List.of("administrator", "operator"));
    static final TokenRules RULES = new TokenRules(
            "optibid",
            "optibid",
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            Duration.ofDays(30),
            Duration.ofHours(1));

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final SigningKey key = SigningKey.generate(NOW.minusSeconds(60));
    final AccessTokens tokens = new AccessTokens(() -> key, RULES, CLOCK);
    final TokenCheck check =
            new TokenCheck(id -> Optional.of(key).filter(known -> known.id().equals(id)), RULES, CLOCK);

    GrantedAccess granted() {
        return tokens.grant(USER, SESSION, new RefreshToken("secret", Duration.ofHours(1)));
    }

    String good() {
        return granted().accessToken();
    }

    /** Signed by our key, with another header and other claims. */
    String signed(Consumer<Map<String, Object>> header, Consumer<Map<String, Object>> claims) {
        String[] parts = good().split("\\.", -1);
        return signed(changed(parts[0], header), changed(parts[1], claims), key.signer());
    }

    /** As it stands, signed by whoever. */
    static String signed(String header, String payload, JWSSigner signer) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            JWSHeader nominal =
                    new JWSHeader(signer.supportedJWSAlgorithms().iterator().next());
            return input + "." + signer.sign(nominal, input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String changed(String part, Consumer<Map<String, Object>> change) {
        try {
            Map<String, Object> json = JSONObjectUtils.parse(new Base64URL(part).decodeToString());
            change.accept(json);
            return JSONObjectUtils.toJSONString(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String decoded(String token, int part) {
        return new Base64URL(token.split("\\.", -1)[part]).decodeToString();
    }

    InspectedToken inspect(String token) {
        try {
            VerifiedToken verified = check.verify(token);
            return new InspectedToken.Accepted(verified);
        } catch (TokenRefusedException e) {
            return new InspectedToken.Refused(e.reason());
        }
    }

    static InspectedToken refused(TokenRefusal reason) {
        return new InspectedToken.Refused(reason);
    }
}

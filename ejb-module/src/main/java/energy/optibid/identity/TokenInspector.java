package energy.optibid.identity;

import energy.optibid.identity.internal.EndedAccess;
import energy.optibid.identity.internal.TokenCheck;
import energy.optibid.identity.internal.TokenRefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;

/** Looks at the access token of each request. Needs no database, unless a token names a key that is new here. */
@ApplicationScoped
public class TokenInspector {

    @Inject
    TokenCheck check;

    @Inject
    EndedAccess ended;

    @Inject
    Clock clock;

    /** Whether the token is one of ours, unchanged, of this moment, and its session or API key goes on. */
    public InspectedToken inspect(String token) {
        try {
            VerifiedToken verified = check.verify(token);
            return hasEnded(verified)
                    ? new InspectedToken.Refused(TokenRefusal.ENDED)
                    : new InspectedToken.Accepted(verified);
        } catch (TokenRefusedException e) {
            return new InspectedToken.Refused(e.reason());
        }
    }

    /** Whether a token that was verified is still good: for who goes on with it for longer than a request takes. */
    public boolean goesOn(VerifiedToken token) {
        return clock.instant().isBefore(token.expiresAt()) && !hasEnded(token);
    }

    private boolean hasEnded(VerifiedToken token) {
        Stream<UUID> origins = Stream.concat(token.sessionId().stream(), token.apiKeyId().stream());
        return origins.anyMatch(ended::contains);
    }
}

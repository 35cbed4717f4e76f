package energy.optibid.identity.internal;

import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands the container what is plain Java about tokens. */
@ApplicationScoped
class TokenProducer {

    @Produces
    @Singleton
    TokenRules rules(Settings settings) {
        return TokenRules.of(settings);
    }

    @Produces
    @Singleton
    AccessTokens tokens(SigningKeys keys, TokenRules rules, Clock clock) {
        return new AccessTokens(keys::signing, rules, clock);
    }

    @Produces
    @Singleton
    TokenCheck check(SigningKeys keys, TokenRules rules, Clock clock) {
        return new TokenCheck(keys::find, rules, clock);
    }
}

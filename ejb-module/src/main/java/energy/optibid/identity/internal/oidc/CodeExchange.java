package energy.optibid.identity.internal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import energy.optibid.identity.IdentityProvider;
import energy.optibid.identity.SingleSignOnAnswer;
import energy.optibid.identity.SingleSignOnRefusal;
import energy.optibid.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** From the provider's answer to a verified ID token. */
@ApplicationScoped
public class CodeExchange {
    private static final int MAX_CODE = 4096;

    @Inject
    ProviderStore store;

    @Inject
    Discovery discovery;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    ProviderKeys keys;

    @Inject
    Clock clock;

    /**
     * What the provider says of who has logged in.
     *
     * @param actor OptiBid itself, at work for the organisation of the log-in
     * @throws RefusedLogInException where anything is not as it has to be
     */
    public Proven prove(Actor actor, PendingLogIn logIn, SingleSignOnAnswer answer, String redirectUri) {
        require(logIn.ofThisBrowser(), SingleSignOnRefusal.OTHER_BROWSER, "the cookie is not that of the log-in");
        require(logIn.inTime(), SingleSignOnRefusal.EXPIRED, "the log-in took longer than " + PendingLogIns.VALID_FOR);
        IdentityProvider provider = store.find(actor)
                .filter(current -> current.issuer().equals(logIn.issuer()))
                .orElseThrow(() -> new RefusedLogInException(
                        SingleSignOnRefusal.EXPIRED, "the identity provider was changed meanwhile"));
        try {
            ProviderMetadata metadata = discovery.of(provider.issuer());
            requireIssuer(metadata, answer.issuer());
            String code = code(answer);
            ExchangedTokens tokens = exchange(actor, metadata, provider, logIn, code, redirectUri);
            ExpectedToken expected =
                    new ExpectedToken(provider.issuer(), provider.clientId(), logIn.nonce(), tokens.accessToken());
            JWTClaimsSet claims = new IdTokenCheck(clock).check(tokens.idToken(), expected, keys.at(metadata.keys()));
            return new Proven(provider, claims);
        } catch (ProviderFailedException e) {
            throw new RefusedLogInException(SingleSignOnRefusal.PROVIDER_UNAVAILABLE, e);
        } catch (IdTokenRefusedException e) {
            throw new RefusedLogInException(SingleSignOnRefusal.NOT_ACCEPTED, e);
        }
    }

    private ExchangedTokens exchange(
            Actor actor,
            ProviderMetadata metadata,
            IdentityProvider provider,
            PendingLogIn logIn,
            String code,
            String redirectUri) {
        String secret = store.secret(actor);
        try {
            return endpoint.exchange(
                    metadata, provider, secret, new TokenEndpoint.CodeAnswer(code, redirectUri, logIn.verifier()));
        } catch (CodeRefusedByProviderException e) {
            throw new RefusedLogInException(SingleSignOnRefusal.NOT_ACCEPTED, e);
        }
    }

    /** Another provider's answer must not be taken for this one's (RFC 9207). */
    private static void requireIssuer(ProviderMetadata metadata, Optional<String> told) {
        boolean right = told.map(metadata.issuer()::equals).orElse(!metadata.tellsIssuer());
        require(right, SingleSignOnRefusal.NOT_ACCEPTED, "the answer is of the issuer " + told.orElse("nobody"));
    }

    private static String code(SingleSignOnAnswer answer) {
        Optional<String> error = answer.error().map(text -> text.replaceAll("[^a-z_]", ""));
        require(error.isEmpty(), SingleSignOnRefusal.DENIED, "the provider says " + error.orElse(""));
        return answer.code()
                .filter(code -> !code.isEmpty() && code.length() <= MAX_CODE)
                .orElseThrow(() -> new RefusedLogInException(SingleSignOnRefusal.NOT_ACCEPTED, "there is no code"));
    }

    private static void require(boolean condition, SingleSignOnRefusal reason, String otherwise) {
        if (!condition) {
            throw new RefusedLogInException(reason, otherwise);
        }
    }

    /** The provider that vouches, and the claims of its verified ID token. */
    public record Proven(IdentityProvider provider, JWTClaimsSet claims) {}
}

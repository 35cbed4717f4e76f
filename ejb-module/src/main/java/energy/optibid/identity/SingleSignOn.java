package energy.optibid.identity;

import energy.optibid.identity.internal.IdentitySettings;
import energy.optibid.identity.internal.oidc.AccountDecision;
import energy.optibid.identity.internal.oidc.AuthorizationRequest;
import energy.optibid.identity.internal.oidc.CodeExchange;
import energy.optibid.identity.internal.oidc.Discovery;
import energy.optibid.identity.internal.oidc.ExternalAccounts;
import energy.optibid.identity.internal.oidc.LocalPath;
import energy.optibid.identity.internal.oidc.PendingLogIn;
import energy.optibid.identity.internal.oidc.PendingLogIns;
import energy.optibid.identity.internal.oidc.ProviderFailedException;
import energy.optibid.identity.internal.oidc.ProviderStore;
import energy.optibid.identity.internal.oidc.ProviderTable;
import energy.optibid.identity.internal.oidc.RefusedLogInException;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Log-in at an organisation's own identity provider by OpenID Connect: authorization code with PKCE. Holds no database
 * connection while the provider is asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SingleSignOn {
    private static final Logger LOG = Logger.getLogger(SingleSignOn.class.getName());

    /** Where the provider sends the browser back to, behind the public address. */
    public static final String CALLBACK = "/api/v1/auth/oidc/callback";

    @Inject
    ProviderStore store;

    @Inject
    ProviderTable providers;

    @Inject
    Discovery discovery;

    @Inject
    PendingLogIns pending;

    @Inject
    CodeExchange exchange;

    @Inject
    ExternalAccounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    @Inject
    IdentitySettings settings;

    /**
     * Begins a log-in for whoever has an address of the domains of an organisation.
     *
     * @param returnTo the path of the console to show afterwards; the start page where it is none
     * @throws SingleSignOnUnknownException where no organisation has that domain
     * @throws SingleSignOnUnavailableException where the provider does not answer
     */
    public SingleSignOnStart start(String email, Optional<String> returnTo) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        UUID organisationId = providers.organisationOfDomain(domain).orElseThrow(SingleSignOnUnknownException::new);
        return start(organisationId, Optional.of(address), returnTo);
    }

    /**
     * Begins a log-in at the provider of an organisation.
     *
     * @throws SingleSignOnUnknownException where it has none
     * @throws SingleSignOnUnavailableException where the provider does not answer
     */
    public SingleSignOnStart start(UUID organisationId, Optional<String> returnTo) {
        return start(organisationId, Optional.empty(), returnTo);
    }

    /** Ends a log-in with what the provider's redirect has brought: with a session, or with a reason why not. */
    public SingleSignOnOutcome finish(SingleSignOnAnswer answer, Origin origin) {
        Optional<PendingLogIn> taken = pending.take(answer.state(), answer.browserSecret());
        if (taken.isEmpty()) {
            return new SingleSignOnOutcome.Refused(SingleSignOnRefusal.EXPIRED);
        }
        PendingLogIn logIn = taken.get();
        Actor actor = Actor.systemOf(logIn.organisationId()).withOrigin(origin);
        try {
            return enter(actor, logIn, answer);
        } catch (RefusedLogInException e) {
            return refused(actor, logIn, e);
        }
    }

    /** The address of the console's page that an outcome leads to. */
    public String page(SingleSignOnOutcome outcome) {
        if (outcome instanceof SingleSignOnOutcome.Refused refused) {
            return settings.publicUrl() + "/#/login?problem=" + refused.reason().code();
        }
        return settings.publicUrl() + ((SingleSignOnOutcome.LoggedIn) outcome).returnTo();
    }

    private SingleSignOnStart start(UUID organisationId, Optional<String> email, Optional<String> returnTo) {
        IdentityProvider provider =
                store.find(Actor.systemOf(organisationId)).orElseThrow(SingleSignOnUnknownException::new);
        try {
            PendingLogIns.NewLogIn logIn = PendingLogIns.NewLogIn.at(provider.issuer(), LocalPath.of(returnTo));
            String url =
                    AuthorizationRequest.url(discovery.of(provider.issuer()), provider, logIn, redirectUri(), email);
            pending.add(organisationId, logIn);
            return new SingleSignOnStart(
                    url, logIn.state().text(), logIn.browser().text(), PendingLogIns.VALID_FOR);
        } catch (ProviderFailedException e) {
            LOG.log(Level.WARNING, e, () -> "Single sign-on of " + organisationId + " could not begin");
            throw new SingleSignOnUnavailableException(e);
        }
    }

    private SingleSignOnOutcome enter(Actor actor, PendingLogIn logIn, SingleSignOnAnswer answer) {
        CodeExchange.Proven proven = exchange.prove(actor, logIn, answer, redirectUri());
        AccountDecision decision = accounts.enter(actor, proven.provider(), proven.claims());
        if (decision instanceof AccountDecision.Refused refused) {
            refused.stripped().ifPresent(userId -> sessions.endAll(actor, userId));
            throw new RefusedLogInException(refused.reason(), refused.detail());
        }
        AccountDecision.Entered entered = (AccountDecision.Entered) decision;
        if (entered.rolesChanged()) {
            sessions.endAll(actor, entered.account().id());
        }
        GrantedAccess access = sessions.start(entered.account(), LogInMethod.OPENID_CONNECT, actor.origin());
        return new SingleSignOnOutcome.LoggedIn(access, logIn.returnTo());
    }

    private SingleSignOnOutcome refused(Actor actor, PendingLogIn logIn, RefusedLogInException refusal) {
        LOG.info(() -> "Single sign-on of " + actor.organisationId() + " was refused: " + refusal.getMessage());
        audit.recordRefusal(
                actor,
                "log-in.refused",
                "identity-provider",
                actor.organisationId().toString(),
                Map.of(
                        "issuer", logIn.issuer(),
                        "reason", refusal.reason().code(),
                        "detail", String.valueOf(refusal.getMessage())));
        return new SingleSignOnOutcome.Refused(refusal.reason());
    }

    private String redirectUri() {
        return settings.publicUrl() + CALLBACK;
    }
}

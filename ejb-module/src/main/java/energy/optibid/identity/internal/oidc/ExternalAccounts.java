package energy.optibid.identity.internal.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.IdentityProvider;
import energy.optibid.identity.SingleSignOnRefusal;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.UserStatus;
import energy.optibid.identity.internal.AccountJson;
import energy.optibid.identity.internal.AccountTable;
import energy.optibid.identity.internal.NewUser;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds, links or makes the account of somebody whom the provider vouches for, and gives it the roles of the provider's
 * groups: those alone, at every log-in. An account is known by issuer and subject; by its address only once, where the
 * provider has verified it and its domain is the organisation's. One transaction.
 */
@Stateless
@OrganisationBound
public class ExternalAccounts {

    @Inject
    ExternalIdentityTable identities;

    @Inject
    AccountTable accounts;

    @Inject
    AuditTrail audit;

    /** @param actor OptiBid itself, at work for the provider's organisation */
    public AccountDecision enter(Actor actor, IdentityProvider provider, JWTClaimsSet claims) {
        ProviderClaims said = new ProviderClaims(claims, provider);
        accounts.lockOrganisation(actor.organisationId());
        Optional<UUID> known = identities.user(actor.organisationId(), said.issuer(), said.subject());
        return known.isPresent() ? enterKnown(actor, known.get(), said) : enterNew(actor, provider, said);
    }

    private AccountDecision enterKnown(Actor actor, UUID userId, ProviderClaims said) {
        Optional<UserAccount> found = accounts.find(actor.organisationId(), userId);
        if (found.isEmpty()) {
            return new AccountDecision.Refused(SingleSignOnRefusal.NO_ACCOUNT, "the account is deleted");
        }
        UserAccount account = found.get();
        if (!account.isActive()) {
            return closed();
        }
        Set<String> roles = said.roles();
        if (roles.isEmpty()) {
            UserAccount stripped = withRoles(actor, account, roles);
            return new AccountDecision.Refused(
                    SingleSignOnRefusal.NO_ROLE, "no group gives a role", Optional.of(stripped.id()));
        }
        identities.used(actor.organisationId(), said.issuer(), said.subject());
        UserAccount entered = withRoles(actor, account, roles);
        return new AccountDecision.Entered(entered, !entered.roles().equals(account.roles()));
    }

    private AccountDecision enterNew(Actor actor, IdentityProvider provider, ProviderClaims said) {
        Set<String> roles = said.roles();
        if (roles.isEmpty()) {
            return new AccountDecision.Refused(SingleSignOnRefusal.NO_ROLE, "no group gives a role");
        }
        Optional<String> email = said.verifiedEmail();
        if (email.isEmpty()) {
            return new AccountDecision.Refused(
                    SingleSignOnRefusal.NO_ACCOUNT, "no verified address of the organisation's domains");
        }
        Optional<UUID> sameAddress = identities.userWithEmail(actor.organisationId(), email.get());
        if (sameAddress.isPresent()) {
            return link(actor, sameAddress.get(), said, roles);
        }
        if (!provider.createUsers() || identities.isKnown(email.get())) {
            return new AccountDecision.Refused(SingleSignOnRefusal.NO_ACCOUNT, "no account for " + email.get());
        }
        return create(actor, email.get(), said, roles);
    }

    private AccountDecision link(Actor actor, UUID userId, ProviderClaims said, Set<String> roles) {
        Optional<UserAccount> found = accounts.find(actor.organisationId(), userId)
                .filter(account -> account.organisation().isActive() && account.status() != UserStatus.SUSPENDED);
        if (found.isEmpty()) {
            return closed();
        }
        identities.link(actor.organisationId(), said.issuer(), said.subject(), userId);
        UserAccount account = found.get();
        UserAccount entered = withRoles(actor, accounts.verified(account), roles);
        recordLink(actor, said, userId);
        return new AccountDecision.Entered(entered, !entered.roles().equals(account.roles()));
    }

    private AccountDecision create(Actor actor, String email, ProviderClaims said, Set<String> roles) {
        NewUser user = new NewUser(email, said.displayName(email), roles);
        UserAccount added = accounts.verified(accounts.add(actor.organisationId(), Ids.next(), user));
        if (!added.organisation().isActive()) {
            // Rolled back with the decision of whoever suspended it.
            throw new IllegalStateException("Organisation " + actor.organisationId() + " is not active");
        }
        audit.record(
                actor,
                "user.create",
                "user",
                added.id().toString(),
                Optional.empty(),
                Optional.of(AccountJson.of(added)));
        identities.link(actor.organisationId(), said.issuer(), said.subject(), added.id());
        recordLink(actor, said, added.id());
        return new AccountDecision.Entered(added, false);
    }

    private UserAccount withRoles(Actor actor, UserAccount account, Set<String> roles) {
        if (Set.copyOf(account.roles()).equals(roles)) {
            return account;
        }
        UserAccount changed = accounts.update(account, account.displayName(), roles, account.status());
        audit.record(
                actor,
                "user.update",
                "user",
                account.id().toString(),
                Optional.of(AccountJson.of(account)),
                Optional.of(AccountJson.of(changed)));
        return changed;
    }

    private void recordLink(Actor actor, ProviderClaims said, UUID userId) {
        audit.recordEvent(
                actor,
                "external-identity.link",
                "user",
                userId.toString(),
                Map.of("issuer", said.issuer(), "subject", said.subject()));
    }

    private static AccountDecision closed() {
        return new AccountDecision.Refused(SingleSignOnRefusal.ACCOUNT_CLOSED, "the account or organisation is closed");
    }
}

package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.ChangeHistory;
import energy.optibid.identity.IdentityProvider;
import energy.optibid.identity.IdentityProviderFinding;
import energy.optibid.identity.IdentityProviderNeededException;
import energy.optibid.identity.IdentityProviderNotFoundException;
import energy.optibid.identity.IdentityProviderRefusedException;
import energy.optibid.identity.IdentityProviderSettings;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.StaleVersionException;
import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The provider of the actor's organisation: read, stored and removed, each in one transaction with its audit entry. */
@Stateless
@OrganisationBound
public class ProviderStore {
    private static final String SUBJECT = "identity-provider";

    /** The version of no provider. */
    private static final int NONE = -1;

    @Inject
    ProviderTable table;

    @Inject
    AuditTrail audit;

    @Inject
    ChangeHistory history;

    @Inject
    Vault vault;

    public Optional<IdentityProvider> find(Actor actor) {
        return table.find(actor.organisationId());
    }

    /** Of these domains, those that this organisation cannot have. */
    public List<IdentityProviderFinding> domainsOfOthers(Actor actor, List<String> domains) {
        return domains.stream()
                .filter(domain -> isOfOthers(actor.organisationId(), domain))
                .map(ProviderStore::ofOthers)
                .toList();
    }

    /**
     * Stores the provider.
     *
     * @param seen the version that the caller has seen, absent where there was none
     * @throws StaleVersionException where another version is stored, or none, or one where none was seen, with what changed
     * @throws IdentityProviderRefusedException where a secret is missing, or a domain was taken this very moment
     */
    public IdentityProvider put(Actor actor, IdentityProviderSettings settings, OptionalInt seen) {
        UUID organisationId = actor.organisationId();
        table.lock(organisationId);
        Optional<IdentityProvider> before = table.find(organisationId);
        requireSeen(actor, seen.orElse(NONE), before);
        byte[] secret = sealedSecret(organisationId, settings, before);
        try {
            if (before.isPresent()) {
                table.update(organisationId, settings, secret);
            } else {
                table.insert(organisationId, settings, secret);
            }
        } catch (PersistenceException e) {
            throw refusedOr(e, settings);
        }
        IdentityProvider after = table.find(organisationId).orElseThrow();
        audit.record(
                actor,
                before.isPresent() ? "identity-provider.update" : "identity-provider.create",
                SUBJECT,
                organisationId.toString(),
                before.map(ProviderJson::text),
                Optional.of(ProviderJson.text(after)));
        return after;
    }

    /**
     * Removes the provider; who is whom there stays known, in case it comes back.
     *
     * @throws StaleVersionException where another version is stored, with what changed
     * @throws IdentityProviderNotFoundException where there is none
     * @throws IdentityProviderNeededException where the organisation's policy allows no password
     */
    public void delete(Actor actor, int seen) {
        UUID organisationId = actor.organisationId();
        // Before the provider's row: a change of the policy holds this lock while it looks for the provider.
        List<String> switches = table.switchesThatNeedIt(organisationId);
        table.lock(organisationId);
        IdentityProvider before =
                table.find(organisationId).orElseThrow(() -> new IdentityProviderNotFoundException(organisationId));
        requireSeen(actor, seen, Optional.of(before));
        if (!switches.isEmpty()) {
            throw new IdentityProviderNeededException(switches);
        }
        table.delete(organisationId);
        audit.record(
                actor,
                "identity-provider.delete",
                SUBJECT,
                organisationId.toString(),
                Optional.of(ProviderJson.text(before)),
                Optional.empty());
    }

    /** The client's secret of the actor's organisation. */
    public String secret(Actor actor) {
        UUID organisationId = actor.organisationId();
        return new String(vault.open(purpose(organisationId), table.sealedSecret(organisationId)), UTF_8);
    }

    private void requireSeen(Actor actor, int seen, Optional<IdentityProvider> stored) {
        int current = stored.map(IdentityProvider::version).orElse(NONE);
        String json = stored.map(ProviderJson::text).orElse("{}");
        history.requireSeen(actor, SUBJECT, actor.organisationId(), seen, current, json);
    }

    private byte[] sealedSecret(
            UUID organisationId, IdentityProviderSettings settings, Optional<IdentityProvider> before) {
        Optional<String> given = settings.clientSecret();
        if (given.isPresent()) {
            return vault.seal(purpose(organisationId), given.get().getBytes(UTF_8));
        }
        // A secret goes to the issuer that it was given for, and to no other.
        boolean sameClient = before.map(stored -> stored.issuer().equals(settings.issuer())
                        && stored.clientId().equals(settings.clientId()))
                .orElse(false);
        if (!sameClient) {
            throw new IdentityProviderRefusedException(List.of(new IdentityProviderFinding(
                    "missing-client-secret", "clientSecret", "clientSecret is needed for a new issuer or client", "")));
        }
        return table.sealedSecret(organisationId);
    }

    private boolean isOfOthers(UUID organisationId, String domain) {
        boolean claimed = table.organisationOfDomain(domain)
                .filter(owner -> !owner.equals(organisationId))
                .isPresent();
        return claimed || table.isUsedElsewhere(domain, organisationId);
    }

    private static RuntimeException refusedOr(PersistenceException failure, IdentityProviderSettings settings) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("identity_providers_pkey")) {
            return new StaleVersionException(SUBJECT, NONE, 0, List.of(), Optional.empty());
        }
        return message.contains("identity_provider_domains_domain_key")
                ? new IdentityProviderRefusedException(settings.emailDomains().stream()
                        .map(ProviderStore::ofOthers)
                        .toList())
                : failure;
    }

    private static IdentityProviderFinding ofOthers(String domain) {
        return new IdentityProviderFinding(
                "domain-taken", "emailDomains", "People of another organisation have addresses of " + domain, domain);
    }

    private static String purpose(UUID organisationId) {
        return "identity-provider/" + organisationId;
    }
}

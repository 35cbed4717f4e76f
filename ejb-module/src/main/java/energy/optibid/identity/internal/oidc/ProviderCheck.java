package energy.optibid.identity.internal.oidc;

import energy.optibid.identity.IdentityProviderFinding;
import energy.optibid.identity.IdentityProviderRefusedException;
import energy.optibid.identity.IdentityProviderSettings;
import energy.optibid.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with the settings of a provider, before they are stored: by rules first, then by asking it. */
@ApplicationScoped
public class ProviderCheck {

    @Inject
    ProviderAddress addresses;

    @Inject
    Discovery discovery;

    @Inject
    ProviderKeys keys;

    @Inject
    ProviderStore store;

    /** @throws IdentityProviderRefusedException with everything that is wrong */
    public void check(Actor actor, IdentityProviderSettings settings) {
        List<IdentityProviderFinding> findings =
                new ArrayList<>(new ProviderRules(addresses).check(settings, actor.organisationId()));
        if (findings.isEmpty()) {
            findings.addAll(store.domainsOfOthers(actor, settings.emailDomains()));
        }
        if (findings.isEmpty()) {
            ask(settings.issuer(), findings);
        }
        if (!findings.isEmpty()) {
            throw new IdentityProviderRefusedException(findings);
        }
    }

    private void ask(String issuer, List<IdentityProviderFinding> findings) {
        try {
            ProviderMetadata metadata = discovery.read(issuer);
            addresses.require(metadata.authorization());
            addresses.require(metadata.token());
            keys.read(metadata.keys());
        } catch (ProviderFailedException e) {
            findings.add(new IdentityProviderFinding(
                    "provider-not-usable", "issuer", String.valueOf(e.getMessage()), issuer));
        }
    }
}

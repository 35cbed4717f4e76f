package energy.optibid.identity;

import energy.optibid.identity.internal.oidc.ProviderCheck;
import energy.optibid.identity.internal.oidc.ProviderStore;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.StaleVersionException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The identity provider of an organisation, kept by its administrators. Works outside of a transaction, because storing
 * one asks the provider first.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityProviders {

    @Inject
    ProviderStore store;

    @Inject
    ProviderCheck check;

    /** The provider of an organisation; absent where it has none, and where it is not the actor's organisation. */
    public Optional<IdentityProvider> find(Actor actor, UUID organisationId) {
        return actor.organisationId().equals(organisationId) ? store.find(actor) : Optional.empty();
    }

    /**
     * Stores the provider of the actor's organisation, after its discovery document was read and checked.
     *
     * @param seen the version that the actor has seen, absent where there was no provider
     * @throws IdentityProviderNotFoundException where it is another's organisation
     * @throws StaleVersionException where another version is stored
     * @throws IdentityProviderRefusedException with everything that is wrong
     */
    public IdentityProvider put(Actor actor, UUID organisationId, IdentityProviderSettings settings, OptionalInt seen) {
        requireOwn(actor, organisationId);
        check.check(actor, settings);
        return store.put(actor, settings, seen);
    }

    /**
     * Removes the provider of the actor's organisation.
     *
     * @throws IdentityProviderNotFoundException where there is none
     * @throws IdentityProviderNeededException where nobody could log in without it
     * @throws StaleVersionException where another version than the one seen is stored
     */
    public void delete(Actor actor, UUID organisationId, int seen) {
        requireOwn(actor, organisationId);
        store.delete(actor, seen);
    }

    private static void requireOwn(Actor actor, UUID organisationId) {
        if (!actor.organisationId().equals(organisationId)) {
            throw new IdentityProviderNotFoundException(organisationId);
        }
    }
}

package energy.optibid.identity;

import energy.optibid.identity.internal.OrganisationDesk;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * The organisations: all of them for operators, for others their own. What acts upon another organisation than the
 * operator's is done, and audited, in that organisation.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Organisations {

    @Inject
    OrganisationDesk desk;

    /**
     * By name; of others than operators their own alone.
     *
     * @param after the name after which the list begins; empty for the start
     */
    public List<Organisation> organisations(Actor actor, String after, int most) {
        if (actor.hasRole(Role.OPERATOR)) {
            return desk.all(actor, after, most);
        }
        return after.isEmpty() ? List.of(organisation(actor, actor.organisationId())) : List.of();
    }

    /** @throws OrganisationNotFoundException where it is not there, or not for the actor */
    public Organisation organisation(Actor actor, UUID organisationId) {
        return desk.read(within(actor, organisationId));
    }

    /**
     * An organisation, as it is to whoever has seen that version.
     *
     * @throws OrganisationNotFoundException where it is not there, or not for the actor
     * @throws energy.optibid.platform.StaleVersionException where it has another version, with what changed
     */
    public Organisation organisationAt(Actor actor, UUID organisationId, int version) {
        return desk.readAt(within(actor, organisationId), version);
    }

    /**
     * Adds an organisation and invites its first administrator; for operators.
     *
     * @throws AccountRefusedException with everything that is wrong
     */
    public AddedOrganisation add(Actor actor, NewOrganisation wanted) {
        return desk.add(in(actor, Ids.next()), wanted);
    }

    /**
     * Puts other details in place of those that it has: an administrator of their own, an operator of any. A suspension ends all sessions of its
     * users.
     *
     * @param seen the version that the actor has seen
     * @throws energy.optibid.platform.StaleVersionException where another one is current, with what changed
     * @throws AccountRefusedException with everything that is wrong
     * @throws OwnOrganisationException where an operator would suspend their own organisation or the platform
     * @throws RoleNotGrantableException where an administrator would change the status
     */
    public Organisation change(Actor actor, UUID organisationId, int seen, OrganisationDetails details) {
        OrganisationStatus before = organisationAt(actor, organisationId, seen).status();
        if (details.status() != before && !actor.hasRole(Role.OPERATOR)) {
            throw new RoleNotGrantableException(Role.OPERATOR);
        }
        if (details.status() != OrganisationStatus.ACTIVE) {
            checkNotOwn(actor, organisationId);
        }
        return desk.change(within(actor, organisationId), seen, details);
    }

    /**
     * Deletes an organisation: its users are deleted, its name is free again, its data stay; for operators.
     *
     * @throws energy.optibid.platform.StaleVersionException where another version than the one seen is current, with what changed
     * @throws OwnOrganisationException where it is their own or the platform
     */
    public void remove(Actor actor, UUID organisationId, int seen) {
        checkNotOwn(actor, organisationId);
        desk.remove(within(actor, organisationId), seen);
    }

    private static void checkNotOwn(Actor actor, UUID organisationId) {
        if (organisationId.equals(actor.organisationId()) || organisationId.equals(Actor.PLATFORM)) {
            throw new OwnOrganisationException();
        }
    }

    private static Actor within(Actor actor, UUID organisationId) {
        boolean own = organisationId.equals(actor.organisationId());
        if (!own && !actor.hasRole(Role.OPERATOR)) {
            throw new OrganisationNotFoundException(organisationId);
        }
        return in(actor, organisationId);
    }

    /** The same user, at work in another organisation. */
    private static Actor in(Actor actor, UUID organisationId) {
        return new Actor(actor.userId(), organisationId, actor.roles(), actor.origin());
    }
}

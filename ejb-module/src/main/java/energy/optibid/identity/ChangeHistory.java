package energy.optibid.identity;

import energy.optibid.identity.internal.audit.PastValues;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.platform.StaleVersionException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What something was at an earlier version, from the audit trail: to tell a late editor what others have changed. */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChangeHistory {

    @Inject
    PastValues past;

    /**
     * Nothing where the actor has seen the current version of something of the actor's organisation.
     *
     * @param type of the subject, as its audit entries name it
     * @param seen negative for none of its versions
     * @param json the current values, as an audit entry notes them, with the field {@code version}
     * @throws StaleVersionException where not, with what changed since, when and by whom
     */
    public void requireSeen(Actor actor, String type, UUID id, int seen, int current, String json) {
        if (seen == current) {
            return;
        }
        if (seen < 0) {
            throw new StaleVersionException(type, seen, current, List.of(), Optional.empty());
        }
        UUID organisationId = actor.organisationId();
        throw new StaleVersionException(
                type,
                seen,
                current,
                past.changes(organisationId, type, id.toString(), seen, json),
                past.lastAfter(organisationId, type, id.toString(), seen));
    }
}

package energy.optibid.identity;

import energy.optibid.identity.internal.PastValues;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** What something was at an earlier version, from the audit trail: to tell a late editor what others have changed. */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ChangeHistory {

    @Inject
    PastValues past;

    /**
     * The values that the change to a version noted.
     *
     * @return a JSON object; absent where no entry of that subject has a field {@code version} of that number
     */
    public Optional<String> newValues(Actor actor, String subjectType, String subjectId, int version) {
        return past.newValues(actor.organisationId(), subjectType, subjectId, version);
    }
}

package energy.optibid.identity;

import energy.optibid.identity.internal.AuditTable;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who changed what: written in the transaction of the change, so that neither is there without the other. */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {

    @Inject
    AuditTable table;

    /**
     * Notes one change.
     *
     * @param action feature and verb, for example {@code asset.create}
     * @param subjectType what was changed, for example {@code asset}
     * @param subjectId which one was changed
     * @param oldJson a JSON object of the values before, absent where there was nothing
     * @param newJson a JSON object of the values after, absent where nothing is left
     */
    public void record(
            Actor actor,
            String action,
            String subjectType,
            String subjectId,
            Optional<String> oldJson,
            Optional<String> newJson) {
        table.insert(actor, action, subjectType, subjectId, oldJson, newJson);
    }
}

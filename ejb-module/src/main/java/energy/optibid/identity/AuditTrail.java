package energy.optibid.identity;

import energy.optibid.identity.internal.audit.AuditTable;
import energy.optibid.identity.internal.audit.AuditedChange;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Who did what, from where: written in the transaction of the change, so that neither is there without the other.
 * Values under names that speak of secrets are masked at any depth, so a caller may hand over what it has; long values
 * are cut. An entry belongs to the actor's organisation: OptiBid itself acts as {@link Actor#systemOf}.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {

    @Inject
    AuditTable table;

    /**
     * Notes one change, in the transaction that makes it.
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
        table.insert(actor, AuditedChange.of(action, subjectType, subjectId, oldJson, newJson));
    }

    /**
     * Notes something that matters for security though it changes no record, for example {@code session.start}; in the
     * caller's transaction, or in one of its own where there is none.
     *
     * @param details what is worth knowing besides, by name
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void recordEvent(
            Actor actor, String action, String subjectType, String subjectId, Map<String, String> details) {
        table.insert(actor, AuditedChange.event(action, subjectType, subjectId, details));
    }

    /**
     * Notes what was refused, for example {@code log-in.refused}, in a transaction of its own, because that of the caller
     * rolls back. Best called where the caller holds no transaction: else it needs a second connection.
     *
     * @param details what is worth knowing besides, by name
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(
            Actor actor, String action, String subjectType, String subjectId, Map<String, String> details) {
        table.insert(
                actor,
                AuditedChange.event(action, subjectType, subjectId, details).refused());
    }
}

package energy.optibid.identity.internal;

import energy.optibid.identity.IdempotencyKeys;
import energy.optibid.platform.Actor;
import energy.optibid.platform.WhileReady;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Deletes old idempotency keys of organisations that send nothing any more; the others' go at their next request. */
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@WhileReady
public class IdempotencyTimer {

    @Inject
    IdempotencyKeys keys;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void tick() {
        keys.organisationsWithOldKeys().forEach(organisationId -> keys.deleteOld(Actor.systemOf(organisationId)));
    }
}

package energy.optibid.identity;

import energy.optibid.identity.internal.IdempotencyTable;
import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers the first answer to each request with an idempotency key for 24 hours. A key belongs to a user of an
 * organisation. Each call is a transaction of its own, so that a key is taken before the work begins.
 */
@Stateless
@OrganisationBound
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyKeys {

    @Inject
    IdempotencyTable table;

    /**
     * Takes a key for a request, unless it is taken.
     *
     * @param key what the caller sent, 1 to 255 characters
     * @param methodPath method, path and query of the request
     * @return absent where the key is this request's now, and {@link #answer} or {@link #release} must follow; else
     *     what the key was used for
     */
    public Optional<UsedKey> take(Actor actor, String key, String methodPath) {
        return table.take(actor, key, methodPath);
    }

    /** The organisations that have keys past their 24 hours; what else of them is told nobody. */
    public List<UUID> organisationsWithOldKeys() {
        return table.organisationsWithOldKeys();
    }

    /** Deletes the keys past their 24 hours of the actor's organisation. */
    public void deleteOld(Actor actor) {
        table.deleteOld();
    }

    /** Keeps the answer of the request that took the key. */
    public void answer(Actor actor, String key, KeptAnswer answer) {
        table.answer(actor, key, answer);
    }

    /** Gives the key back: the request failed in a way that a repetition may mend. */
    public void release(Actor actor, String key) {
        table.release(actor, key);
    }
}

package energy.optibid.streaming;

import energy.optibid.streaming.internal.OutboxTable;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes domain events in the transaction of the change that they tell of: both are stored or neither. They are
 * published later, at least once, see {@link EventLog}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {

    @Inject
    OutboxTable table;

    /**
     * Stores one event.
     *
     * @param organisationId whose event it is; absent for events of the platform
     * @param type in the past tense, for example {@code PricesImported}
     * @param aggregateType what changed, for example {@code bid-run}
     * @param aggregateId which one changed
     * @param payloadJson a JSON object
     */
    public void append(
            Optional<UUID> organisationId, String type, String aggregateType, String aggregateId, String payloadJson) {
        table.append(organisationId, type, aggregateType, aggregateId, payloadJson);
    }
}

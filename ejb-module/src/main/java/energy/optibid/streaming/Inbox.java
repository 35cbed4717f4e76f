package energy.optibid.streaming;

import energy.optibid.streaming.internal.InboxTable;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Remembers which messages a consumer has applied, in the transaction of their effect: a message may arrive many times and
 * takes effect once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Inbox {

    @Inject
    InboxTable table;

    /**
     * Whether the message is new to the consumer; it is known from the commit of the caller's transaction on. Waits for a
     * transaction that is just applying the same message.
     *
     * @param consumer who applies it; each applies it once
     * @param messageId what names the message, at most 300 characters, for example an event's id
     */
    public boolean isNew(String consumer, String messageId) {
        return table.add(consumer, messageId);
    }
}

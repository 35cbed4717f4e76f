package energy.optibid.streaming;

import energy.optibid.streaming.internal.LogGrowth;
import energy.optibid.streaming.internal.LogReading;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * The committed events of all organisations as a log that is read from a place on. An event gets its place after its
 * transaction has committed, so none ever appears behind a place that somebody has read past, however late it commits.
 *
 * <p>For the platform's own workers: it is bound to no organisation. Every method but {@link #backlog} works in
 * transactions of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventLog {

    /** In place of a consumer: events that wait for their place in the log. */
    public static final String PLACING = "placing";

    @Inject
    LogReading reading;

    @Inject
    LogGrowth growth;

    @Inject
    NodeFanOut nodes;

    /**
     * The events after a place; for readers that keep their place themselves.
     *
     * @param position where the reader stands; 0 for the beginning
     * @param limit how many at most
     * @return in the order of their places, those that were committed before the call; empty where there is none
     */
    public List<LoggedEvent> after(long position, int limit) {
        place();
        return reading.after(position, limit);
    }

    /** The place of the last event that has one; 0 where there is none. */
    public long lastPosition() {
        place();
        return reading.lastPosition();
    }

    /**
     * Gives a consumer the events after its bookmark and moves the bookmark past what it took. One node at a time does
     * this for a consumer; the others are told that there is nothing. What was taken comes again when this process dies
     * before the bookmark is stored.
     *
     * @param consumer lower case with hyphens, the same on all nodes; a new one begins with the oldest event
     * @param limit how many events at most
     * @param taker called once, or not at all where there is nothing to take; a transaction that holds the bookmark's row
     *     is open meanwhile. What it throws leaves the bookmark where it was
     * @return how many events were taken
     */
    public int deliver(String consumer, int limit, EventTaker taker) {
        place();
        return reading.deliver(consumer, limit, taker);
    }

    /** Where a consumer stands; 0 where it is new. */
    public long bookmark(String consumer) {
        return reading.bookmark(consumer);
    }

    /** Puts a consumer's bookmark, also back: for consumers that fill themselves anew. */
    public void moveBookmark(String consumer, long position) {
        reading.moveBookmark(consumer, position);
    }

    /**
     * What a consumer has still before it. On the connection of the caller's transaction, where there is one: many requests
     * ask at once, and a second connection for each that holds one is a pool in which all wait for each other.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Backlog backlog(String consumer) {
        return reading.backlog(consumer);
    }

    /**
     * What each consumer has still before it that looks for events, by its name; and as {@link #PLACING} the committed
     * events that have no place yet, which nobody sees before they have one.
     */
    public Map<String, Backlog> backlogs() {
        return reading.backlogs();
    }

    /** Who gives places, wakes those who wait for them: the reader of this node, and those of the others. */
    private void place() {
        if (reading.place() > 0) {
            growth.grown();
            nodes.announce();
        }
    }
}

package energy.optibid.push;

/**
 * One client's subscription to one topic: closed at first, and what comes meanwhile is held until what lies before it was
 * sent. Not for concurrent use.
 */
final class Subscription {
    private final Outbox held;
    private boolean open;
    private long after;

    /** @param bound how many messages it holds that nothing can take the place of */
    Subscription(int bound) {
        this.held = new Outbox(bound);
    }

    /** Takes a message of the topic, into the outbox where it is open; false where there is no room. */
    boolean take(PushMessage message, Outbox outbox) {
        if (!open) {
            return held.add(message);
        }
        return message.seq() <= after || outbox.add(message);
    }

    /** Lets everything through that is behind a place, what was held first; false where there is no room. */
    boolean open(long place, Outbox outbox) {
        open = true;
        after = place;
        boolean room = true;
        while (room && !held.isEmpty()) {
            room = take(held.next().orElseThrow(), outbox);
        }
        return room;
    }
}

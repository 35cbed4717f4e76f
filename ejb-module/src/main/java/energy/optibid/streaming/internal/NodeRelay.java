package energy.optibid.streaming.internal;

import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.LoggedEvent;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the log to the observers of this node, each node all events. Begins with what is committed after the node's start
 * and remembers its place in memory: it is for what a node has in memory too.
 */
public final class NodeRelay implements Runnable {
    private final LongSupplier lastPosition;
    private final Reader log;
    private final EventBus bus;
    private final LongConsumer told;
    private @Nullable Long place;

    /** {@link energy.optibid.streaming.EventLog#after}. */
    @FunctionalInterface
    public interface Reader {
        List<LoggedEvent> after(long position, int limit);
    }

    /** @param told is given the place up to which all have been told, whenever it moves */
    public NodeRelay(LongSupplier lastPosition, Reader log, EventBus bus, LongConsumer told) {
        this.lastPosition = lastPosition;
        this.log = log;
        this.bus = bus;
        this.told = told;
    }

    @Override
    public void run() {
        long at = place == null ? lastPosition.getAsLong() : place;
        moveTo(at);
        List<LoggedEvent> events = log.after(at, EventRelay.BATCH);
        while (!events.isEmpty()) {
            bus.publish(events);
            at = events.get(events.size() - 1).position();
            moveTo(at);
            events = log.after(at, EventRelay.BATCH);
        }
    }

    private void moveTo(long position) {
        place = position;
        told.accept(position);
    }
}

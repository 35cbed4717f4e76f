package energy.optibid.streaming.internal;

import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.LoggedEvent;
import java.util.List;
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
    private @Nullable Long place;

    /** {@link energy.optibid.streaming.EventLog#after}. */
    @FunctionalInterface
    public interface Reader {
        List<LoggedEvent> after(long position, int limit);
    }

    public NodeRelay(LongSupplier lastPosition, Reader log, EventBus bus) {
        this.lastPosition = lastPosition;
        this.log = log;
        this.bus = bus;
    }

    @Override
    public void run() {
        long at = place == null ? lastPosition.getAsLong() : place;
        place = at;
        List<LoggedEvent> events = log.after(at, EventRelay.BATCH);
        while (!events.isEmpty()) {
            bus.publish(events);
            at = events.get(events.size() - 1).position();
            place = at;
            events = log.after(at, EventRelay.BATCH);
        }
    }
}

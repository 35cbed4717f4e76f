package energy.optibid.push;

import energy.optibid.streaming.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Looks up in the log what a client has missed since the last number that it had. */
public final class MissedEvents {
    private static final int BATCH = 500;

    private final Log log;
    private final LongSupplier lastPosition;
    private final int most;

    /** {@link energy.optibid.streaming.EventLog#after}. */
    @FunctionalInterface
    public interface Log {
        List<LoggedEvent> after(long position, int limit);
    }

    /**
     * What was found.
     *
     * @param lost why it cannot be told, in kebab-case; absent where it can
     * @param events those that were missed, in their order
     * @param place up to where the log was read
     */
    public record Found(Optional<String> lost, List<LoggedEvent> events, long place) {}

    /** @param most events that are looked through; a client that has missed more takes a snapshot */
    public MissedEvents(Log log, LongSupplier lastPosition, int most) {
        this.log = log;
        this.lastPosition = lastPosition;
        this.most = most;
    }

    /**
     * The events after a place that the client wants. Nothing is lost only where the log still begins at that place or
     * before it.
     */
    public Found since(long after, Predicate<LoggedEvent> wanted) {
        OptionalLong first =
                log.after(0, 1).stream().mapToLong(LoggedEvent::position).findFirst();
        long last = lastPosition.getAsLong();
        if (after > last) {
            return lost("unknown-position");
        }
        if (first.isEmpty() || first.getAsLong() > after + 1) {
            return lost("no-longer-kept");
        }
        List<LoggedEvent> found = new ArrayList<>();
        long at = after;
        int seen = 0;
        List<LoggedEvent> events = log.after(at, BATCH);
        while (!events.isEmpty()) {
            seen += events.size();
            if (seen > most) {
                return lost("too-many-events");
            }
            events.stream().filter(wanted).forEach(found::add);
            at = events.get(events.size() - 1).position();
            events = log.after(at, BATCH);
        }
        return new Found(Optional.empty(), found, at);
    }

    private static Found lost(String reason) {
        return new Found(Optional.of(reason), List.of(), 0);
    }
}

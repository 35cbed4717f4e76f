package energy.optibid.streaming;

import java.util.List;

/** Tells whoever listens of committed events; at least once. Those of one aggregate are told in their order. */
public interface EventBus {

    /**
     * Returns when all events are told, and cannot be lost any more.
     *
     * @param events in the order of their places; may have been told before
     * @return how many of them, from the first on, were told; the others wait
     * @throws RuntimeException where they could not be told; some may have been
     */
    int publish(List<LoggedEvent> events);
}

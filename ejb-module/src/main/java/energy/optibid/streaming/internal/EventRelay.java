package energy.optibid.streaming.internal;

import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.EventTaker;

/** Brings the log to a bus, from a bookmark on; one node at a time does it. */
public final class EventRelay implements Runnable {
    static final int BATCH = 500;

    private final Delivery log;
    private final String consumer;
    private final EventBus bus;

    /** {@link energy.optibid.streaming.EventLog#deliver}. */
    @FunctionalInterface
    public interface Delivery {
        int deliver(String consumer, int limit, EventTaker taker);
    }

    /** @param consumer whose bookmark it is */
    public EventRelay(Delivery log, String consumer, EventBus bus) {
        this.log = log;
        this.consumer = consumer;
        this.bus = bus;
    }

    /** Brings all that is there now, in batches, as long as the bus takes them whole. */
    @Override
    public void run() {
        int taken = BATCH;
        while (taken == BATCH) {
            taken = log.deliver(consumer, BATCH, bus::publish);
        }
    }
}

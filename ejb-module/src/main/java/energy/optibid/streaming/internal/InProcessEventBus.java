package energy.optibid.streaming.internal;

import energy.optibid.streaming.EventBus;
import energy.optibid.streaming.LoggedEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Tells the observers of this process. One that fails does not keep the others from anything. */
public final class InProcessEventBus implements EventBus {
    private static final Logger LOG = System.getLogger(InProcessEventBus.class.getName());

    private final Consumer<LoggedEvent> observers;

    public InProcessEventBus(Consumer<LoggedEvent> observers) {
        this.observers = observers;
    }

    @Override
    public int publish(List<LoggedEvent> events) {
        events.forEach(this::tell);
        return events.size();
    }

    private void tell(LoggedEvent event) {
        try {
            observers.accept(event);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "An observer of " + event.type() + " " + event.id()
                            + " failed; this node may show something old until it is started again. Report this.",
                    e);
        }
    }
}

package energy.optibid.streaming.internal;

import energy.optibid.streaming.EventAppended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Passes on, on this node, that the log has grown or is about to. Whoever is to look is woken at most once for many. */
@ApplicationScoped
public class LogGrowth {
    private volatile Runnable reader = () -> {};

    /** @param look returns at once, and may be called by any thread */
    public void wakes(Runnable look) {
        reader = look;
    }

    /** Some node has given events their places. */
    public void grown() {
        reader.run();
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventAppended event) {
        grown();
    }
}

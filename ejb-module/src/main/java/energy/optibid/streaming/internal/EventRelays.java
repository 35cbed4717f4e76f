package energy.optibid.streaming.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * What brings events to where they are told, in this installation.
 *
 * @param nodes tells the observers of this node; run as soon as the log has grown
 * @param others each is run again and again, by one thread at a time
 * @param open what has connections, to be closed at the end
 */
public record EventRelays(Runnable nodes, List<Runnable> others, List<AutoCloseable> open) {
    private static final Logger LOG = System.getLogger(EventRelays.class.getName());

    public EventRelays {
        others = List.copyOf(others);
        open = List.copyOf(open);
    }

    void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                LOG.log(Level.DEBUG, "Did not close", e);
            }
        }
    }
}

package energy.optibid.streaming.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * What brings events to where they are told, in this installation.
 *
 * @param all each is run again and again, by one thread at a time
 * @param open what has connections, to be closed at the end
 */
public record EventRelays(List<Runnable> all, List<AutoCloseable> open) {
    private static final Logger LOG = System.getLogger(EventRelays.class.getName());

    public EventRelays {
        all = List.copyOf(all);
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

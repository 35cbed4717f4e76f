package energy.optibid.streaming.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Work that is done again and again, whether it failed or not. A failure is told once, until it succeeds again. */
final class Persistent implements Runnable {
    private static final Logger LOG = System.getLogger(Persistent.class.getName());

    private final Runnable work;
    private boolean failing;

    Persistent(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Events and messages wait: the database does not answer as it should. They go on when it does;"
                                + " see its log and /health/ready.",
                        e);
            }
            failing = true;
        }
    }
}

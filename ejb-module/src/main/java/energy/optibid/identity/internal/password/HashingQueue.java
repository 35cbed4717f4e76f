package energy.optibid.identity.internal.password;

import energy.optibid.identity.LogInsBusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets as many passwords be hashed at once as there are processors, has a few wait for a moment and refuses the rest:
 * each takes 19 MiB and a processor, so that a flood of log-ins would take both from everybody else.
 */
public final class HashingQueue {
    private final Semaphore places;
    private final int longest;
    private final Duration patience;

    /**
     * @param atOnce how many are hashed at once
     * @param longest how many may wait
     * @param patience how long one may wait
     */
    public HashingQueue(int atOnce, int longest, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.longest = longest;
        this.patience = patience;
    }

    /**
     * Does the work when there is a place.
     *
     * @throws LogInsBusyException where the queue is full, or none became free in time
     */
    public <T> T run(Supplier<T> work) {
        if (places.getQueueLength() >= longest || !place()) {
            throw new LogInsBusyException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean place() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

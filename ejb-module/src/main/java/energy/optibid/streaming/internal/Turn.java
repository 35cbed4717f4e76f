package energy.optibid.streaming.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that is asked for at any time by anybody, and done by one thread at a time: once more after the last request. */
final class Turn {
    private final Runnable work;
    private final Executor executor;
    private final AtomicInteger requests = new AtomicInteger();

    Turn(Runnable work, Executor executor) {
        this.work = work;
        this.executor = executor;
    }

    /** Returns at once. What was visible to the caller is visible to the work. */
    void request() {
        if (requests.getAndIncrement() == 0) {
            try {
                executor.execute(this::serve);
            } catch (RejectedExecutionException e) {
                // The node is being stopped; nobody looks any more.
                requests.set(0);
            }
        }
    }

    private void serve() {
        int served;
        do {
            served = requests.get();
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                requests.set(0);
                throw e;
            }
        } while (!requests.compareAndSet(served, 0));
    }
}

package energy.optibid.platform;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A round of work that is done again and again, on a thread of its own: what it talks to may hang, and the container's
 * executor has one thread for all. A failure is told once, until a round goes well again.
 */
public final class Rounds implements AutoCloseable {
    private final ScheduledExecutorService executor;
    private final BooleanSupplier ready;
    private final Runnable round;
    private final Consumer<RuntimeException> trouble;
    private boolean failing;

    private Rounds(
            ScheduledExecutorService executor,
            BooleanSupplier ready,
            Runnable round,
            Consumer<RuntimeException> trouble) {
        this.executor = executor;
        this.ready = ready;
        this.round = round;
        this.trouble = trouble;
    }

    /**
     * Begins after the first pause.
     *
     * @param pause between the end of a round and the next one
     * @param ready asked before each round; one that is not to be done is left out
     * @param trouble told of the first of several failures in a row
     */
    public static Rounds begin(
            ThreadFactory threads,
            Duration pause,
            BooleanSupplier ready,
            Runnable round,
            Consumer<RuntimeException> trouble) {
        ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(1, threads);
        Rounds rounds = new Rounds(executor, ready, round, trouble);
        var unused = executor.scheduleWithFixedDelay(
                rounds::next, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return rounds;
    }

    /** Interrupts the round that is under way, and begins no other. */
    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void next() {
        if (!ready.getAsBoolean()) {
            return;
        }
        try {
            round.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                trouble.accept(e);
            }
            failing = true;
        }
    }
}

package energy.optibid.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one service, and the way around it. Ports route their calls through it, the monitor tells it what its
 * probes found. Safe for concurrent use.
 */
public final class MonitoredService {
    /**
     * So many calls may wait for the service at once. One that hangs or is slow then holds no more threads and database
     * connections than that, while it is not yet known to hang; Redis' pool has twice as many connections.
     */
    public static final int CALLS_AT_ONCE = 8;

    private final ServiceName name;
    private final String configuredAt;
    private final Clock clock;
    private final Listener listener;
    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
    private volatile Condition condition;

    /** Told of each change of state, on the thread that found out. */
    public interface Listener {
        void changed(ServiceState before, ServiceReport now);
    }

    /** @param generation counts the changes of state, so that an answer from before a change is recognised */
    private record Condition(
            ServiceState state,
            Instant since,
            long generation,
            @Nullable Duration latency,
            @Nullable String lastError) {}

    public MonitoredService(ServiceName name, ServiceState first, String configuredAt, Clock clock, Listener listener) {
        this.name = name;
        this.configuredAt = configuredAt;
        this.clock = clock;
        this.listener = listener;
        this.condition = new Condition(first, clock.instant(), 0, null, null);
    }

    /**
     * Calls the service while it is available and not busy with {@link #CALLS_AT_ONCE} calls, and the alternative
     * otherwise. A call that fails goes to the alternative too, and the service is {@link ServiceState#DEGRADED} until a
     * probe reaches it again.
     *
     * @throws RuntimeException what the alternative throws
     */
    public <T> T route(Supplier<T> service, Supplier<T> alternative) {
        if (!calls.tryAcquire()) {
            return alternative.get();
        }
        try {
            return routeAlways(service, alternative);
        } finally {
            calls.release();
        }
    }

    /**
     * The same, however busy the service is: for work in the background, of which there is one at a time, and which no
     * alternative does.
     *
     * @throws RuntimeException what the alternative throws
     */
    public <T> T routeAlways(Supplier<T> service, Supplier<T> alternative) {
        Condition seen = condition;
        if (seen.state() == ServiceState.AVAILABLE) {
            try {
                return service.get();
            } catch (RuntimeException e) {
                failed(seen.generation(), ServiceFailure.describe(e));
            }
        }
        return alternative.get();
    }

    public ServiceState state() {
        return condition.state();
    }

    public ServiceReport report() {
        return report(condition);
    }

    /** To be handed to {@link #answered} and {@link #failed}. */
    public long generation() {
        return condition.generation();
    }

    /** A probe that was begun in that generation reached the service. */
    public void answered(long generation, Duration latency) {
        change(generation, now -> next(now, ServiceState.AVAILABLE, latency, now.lastError()));
    }

    /** A probe or call that was begun in that generation failed. */
    public void failed(long generation, String error) {
        change(generation, now -> next(now, afterFailure(now.state()), now.latency(), error));
    }

    private static ServiceState afterFailure(ServiceState state) {
        return switch (state) {
            case AVAILABLE, DEGRADED -> ServiceState.DEGRADED;
            case CONNECTING, UNAVAILABLE -> ServiceState.UNAVAILABLE;
            case OFF -> ServiceState.OFF;
        };
    }

    private interface Change {
        Condition of(Condition now);
    }

    private void change(long generation, Change change) {
        Condition before;
        Condition after;
        synchronized (this) {
            before = condition;
            after = before.generation() == generation ? change.of(before) : before;
            condition = after;
        }
        if (after.state() != before.state()) {
            listener.changed(before.state(), report(after));
        }
    }

    private Condition next(Condition now, ServiceState state, @Nullable Duration latency, @Nullable String error) {
        return state == now.state()
                ? new Condition(state, now.since(), now.generation(), latency, error)
                : new Condition(state, clock.instant(), now.generation() + 1, latency, error);
    }

    private ServiceReport report(Condition now) {
        return new ServiceReport(
                name,
                now.state(),
                now.since(),
                Optional.ofNullable(now.latency()),
                Optional.ofNullable(now.lastError()),
                configuredAt);
    }
}

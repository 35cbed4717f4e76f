package energy.optibid.platform.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.ServiceTable;
import energy.optibid.platform.Services;
import energy.optibid.platform.SystemStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * When the optional services are first attempted: once the server has said that it is ready, because until then its
 * processors have enough to do with the start. Where nobody asks it, a little later than it could have.
 */
final class OptionalStart {
    private static final Logger LOG = Logger.getLogger(OptionalStart.class.getName());
    private static final Duration WHERE_NOBODY_ASKS = Duration.ofSeconds(15);

    private final Services services;
    private final SystemStatus status;
    private final Capabilities capabilities;
    private final ScheduledExecutorService executor;
    private final AtomicBoolean begun = new AtomicBoolean();

    OptionalStart(
            Services services, SystemStatus status, Capabilities capabilities, ScheduledExecutorService executor) {
        this.services = services;
        this.status = status;
        this.capabilities = capabilities;
        this.executor = executor;
    }

    /** Begins in the background, the first time that it is called. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            executor.execute(this::start);
        }
    }

    /** Begins when the server has had time to be asked whether it is ready. */
    void beginSoon() {
        var unused = executor.schedule(this::begin, WHERE_NOBODY_ASKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void start() {
        var unused = services.startOptional().thenRun(this::log);
    }

    private void log() {
        LOG.log(Level.INFO, "OptiBid {0}, {1}: {2}", new Object[] {
            status.report().release().version(),
            capabilities.environment().name().toLowerCase(Locale.ROOT),
            ServiceTable.of(services.reports())
        });
    }
}

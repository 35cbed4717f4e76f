package energy.optibid.streaming.internal;

import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets each relay look for events again and again while PostgreSQL answers, on every node, and clears away what is old. With
 * threads of its own, one for each: a Kafka that hangs keeps one of them, and the container's executor has no more.
 */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTimer {
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(10);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    EventRelays relays;

    @Inject
    LogReading log;

    @Inject
    Settings settings;

    @Inject
    SystemStatus status;

    private @Nullable ScheduledExecutorService executor;

    @PostConstruct
    void start() {
        Duration pause = settings.duration("optibid.events.poll-interval");
        Duration retention = settings.duration("optibid.events.retention");
        ScheduledExecutorService own =
                new ScheduledThreadPoolExecutor(relays.all().size() + 1, threads);
        relays.all().forEach(relay -> every(own, pause, relay));
        every(own, BETWEEN_PURGES, () -> untilDone(() -> log.purgeEvents(retention)));
        every(own, BETWEEN_PURGES, () -> untilDone(() -> log.purgeMessages(retention)));
        executor = own;
    }

    @PreDestroy
    void stop() {
        if (executor != null) {
            executor.shutdownNow();
        }
        relays.close();
    }

    private void every(ScheduledExecutorService own, Duration pause, Runnable work) {
        Runnable whileReady = () -> {
            if (status.isReady()) {
                work.run();
            }
        };
        var unused = own.scheduleWithFixedDelay(
                new Persistent(whileReady), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void untilDone(BooleanSupplier part) {
        boolean more = true;
        while (more) {
            more = part.getAsBoolean();
        }
    }
}

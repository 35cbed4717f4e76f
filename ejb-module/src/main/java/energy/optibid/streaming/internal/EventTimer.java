package energy.optibid.streaming.internal;

import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemStatus;
import energy.optibid.streaming.NodeFanOut;
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
 * Lets each relay look for events again and again while PostgreSQL answers, on every node, and clears away what is old. What
 * tells this node looks besides as soon as a transaction has committed events, here or on another node. With
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
    LogGrowth growth;

    @Inject
    NodeFanOut fanOut;

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
                new ScheduledThreadPoolExecutor(relays.others().size() + 3, threads);
        Turn nodes = new Turn(persistent(relays.nodes()), own);
        var unused = own.scheduleWithFixedDelay(nodes::request, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        relays.others().forEach(relay -> every(own, pause, relay));
        every(own, BETWEEN_PURGES, () -> untilDone(() -> log.purgeEvents(retention)));
        every(own, BETWEEN_PURGES, () -> untilDone(() -> log.purgeMessages(retention)));
        executor = own;
        growth.wakes(nodes::request);
        fanOut.listen(threads, nodes::request);
    }

    @PreDestroy
    void stop() {
        growth.wakes(() -> {});
        fanOut.close();
        if (executor != null) {
            executor.shutdownNow();
        }
        relays.close();
    }

    private void every(ScheduledExecutorService own, Duration pause, Runnable work) {
        var unused =
                own.scheduleWithFixedDelay(persistent(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Runnable persistent(Runnable work) {
        return new Persistent(() -> {
            if (status.isReady()) {
                work.run();
            }
        });
    }

    private static void untilDone(BooleanSupplier part) {
        boolean more = true;
        while (more) {
            more = part.getAsBoolean();
        }
    }
}

package energy.optibid.streaming.internal;

import energy.optibid.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets each relay look for events again and again, on every node, and clears away what is old. */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTimer {
    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(10);

    private final List<ScheduledFuture<?>> timers = new ArrayList<>();

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    EventRelays relays;

    @Inject
    LogReading log;

    @Inject
    Settings settings;

    @PostConstruct
    void start() {
        Duration pause = settings.duration("optibid.events.poll-interval");
        Duration retention = settings.duration("optibid.events.retention");
        relays.all().forEach(relay -> every(pause, relay));
        every(BETWEEN_PURGES, () -> untilDone(() -> log.purgeEvents(retention)));
        every(BETWEEN_PURGES, () -> untilDone(() -> log.purgeMessages(retention)));
    }

    @PreDestroy
    void stop() {
        timers.forEach(timer -> timer.cancel(false));
        relays.close();
    }

    private void every(Duration pause, Runnable work) {
        timers.add(executor.scheduleWithFixedDelay(
                new Persistent(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void untilDone(BooleanSupplier part) {
        boolean more = true;
        while (more) {
            more = part.getAsBoolean();
        }
    }
}

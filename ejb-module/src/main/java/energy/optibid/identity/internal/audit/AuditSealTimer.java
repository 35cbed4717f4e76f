package energy.optibid.identity.internal.audit;

import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has waiting entries sealed, on every node; which of them does it decides a lock in the database. */
@Startup
@Singleton
@DependsOn("SchemaGate")
public class AuditSealTimer {
    private static final Logger LOG = System.getLogger(AuditSealTimer.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    AuditSealing sealing;

    @Inject
    Settings settings;

    @Inject
    SystemStatus status;

    private @Nullable ScheduledFuture<?> timer;
    private boolean failing;

    @PostConstruct
    void start() {
        long pause = settings.duration("optibid.audit.seal-interval").toMillis();
        timer = executor.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** A failure is told once, not twice a second; the entries wait. */
    private void tick() {
        if (!status.isReady()) {
            return;
        }
        try {
            sealing.waiting().forEach(this::sealAll);
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Audit entries wait for their seals: the database does not answer as it should. They are sealed"
                                + " when it does.",
                        e);
            }
            failing = true;
        }
    }

    private void sealAll(UUID organisationId) {
        boolean more = true;
        while (more) {
            more = sealing.sealBatch(organisationId);
        }
    }
}

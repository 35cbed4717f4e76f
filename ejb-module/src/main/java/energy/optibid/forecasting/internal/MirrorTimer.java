package energy.optibid.forecasting.internal;

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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has runs uploaded to MLflow again and again, where it is on and while PostgreSQL answers. With a thread of its own: an MLflow
 * that hangs keeps it, and the container's executor has no other.
 */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MirrorTimer {
    private static final Logger LOG = System.getLogger(MirrorTimer.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    OptionalMirror mirror;

    @Inject
    Settings settings;

    @Inject
    SystemStatus status;

    private @Nullable ScheduledExecutorService executor;
    private boolean failing;

    @PostConstruct
    void start() {
        mirror.round().ifPresent(round -> {
            long pause = settings.duration("optibid.mlflow.upload-interval").toMillis();
            ScheduledExecutorService own = new ScheduledThreadPoolExecutor(1, threads);
            var unused = own.scheduleWithFixedDelay(() -> tick(round), pause, pause, TimeUnit.MILLISECONDS);
            executor = own;
        });
    }

    @PreDestroy
    void stop() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private void tick(MirrorRound round) {
        if (!status.isReady()) {
            return;
        }
        try {
            round.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Model runs are not uploaded to MLflow: the database does not answer as it should. The upload goes"
                                + " on when it does.",
                        e);
            }
            failing = true;
        }
    }
}

package energy.optibid.web.metrics;

import energy.optibid.platform.SystemStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has the figures read again and again while PostgreSQL answers, each by a thread of its own: a query that hangs delays
 * nothing else, and no scrape. Where it fails the figures grow old, and the metrics say how old they are.
 */
@Startup
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkTimer {
    private static final Logger LOG = System.getLogger(WorkTimer.class.getName());
    private static final Duration BETWEEN_BACKLOGS = Duration.ofSeconds(10);

    /** Counting reads every bid. */
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    WorkFigures figures;

    /** Made by the start of the application, which may come later than this and is the one to refuse wrong settings. */
    @Inject
    Provider<SystemStatus> status;

    private @Nullable ScheduledExecutorService executor;

    @PostConstruct
    void start() {
        ScheduledExecutorService own = new ScheduledThreadPoolExecutor(2, threads);
        every(own, BETWEEN_BACKLOGS, figures::readBacklogs);
        every(own, BETWEEN_COUNTS, figures::count);
        executor = own;
    }

    @PreDestroy
    void stop() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private void every(ScheduledExecutorService own, Duration pause, Runnable read) {
        Runnable look = () -> {
            try {
                if (status.get().isReady()) {
                    read.run();
                }
            } catch (RuntimeException e) {
                // A lost database is told by its probe.
                LOG.log(Level.DEBUG, "Figures for the metrics were not read", e);
            }
        };
        var unused =
                own.scheduleWithFixedDelay(look, BETWEEN_BACKLOGS.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}

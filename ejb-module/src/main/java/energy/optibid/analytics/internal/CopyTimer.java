package energy.optibid.analytics.internal;

import energy.optibid.analytics.ClickHouseNeededException;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has the copy in ClickHouse brought up to date again and again, where ClickHouse is on. */
@Startup
@Singleton
@DependsOn("SchemaGate")
public class CopyTimer {
    private static final Logger LOG = System.getLogger(CopyTimer.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    OptionalCopy copy;

    @Inject
    Services services;

    @Inject
    Settings settings;

    private @Nullable ScheduledFuture<?> timer;
    private boolean failing;

    @PostConstruct
    void start() {
        copy.copy().ifPresent(kept -> {
            long pause = settings.duration("optibid.clickhouse.copy-interval").toMillis();
            timer = executor.scheduleWithFixedDelay(() -> tick(kept), pause, pause, TimeUnit.MILLISECONDS);
        });
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void tick(Copy kept) {
        try {
            if (services.of(ServiceName.CLICKHOUSE).state() == ServiceState.AVAILABLE) {
                synchronized (kept) {
                    kept.follow();
                }
                failing = false;
            }
        } catch (ClickHouseNeededException e) {
            // The monitor has said so; the copy goes on when ClickHouse is back.
            LOG.log(Level.DEBUG, "The copy waits for ClickHouse", e);
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Nothing is copied to ClickHouse, and analytics come from PostgreSQL: the database does not"
                                + " answer as it should. The copy goes on when it does.",
                        e);
            }
            failing = true;
        }
    }
}

package energy.optibid.market.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.EntsoeRest;
import energy.optibid.platform.Rounds;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Switch;
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
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Has market data fetched again and again, where that is on and while PostgreSQL answers. */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SourceTimer {
    private static final Logger LOG = System.getLogger(SourceTimer.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Instance<EntsoeRest> rest;

    @Inject
    SourceDesk desk;

    @Inject
    Settings settings;

    @Inject
    SystemStatus status;

    @Inject
    Clock clock;

    private @Nullable Rounds rounds;

    /** A setting that is wrong is to stop the start and not the first look. */
    @PostConstruct
    void start() {
        if (capabilities.of(ServiceName.ENTSOE) == Switch.OFF) {
            return;
        }
        FetchPlan plan = FetchPlan.of(settings);
        desk.require(plan);
        FetchRound round = new FetchRound(services.of(ServiceName.ENTSOE), rest.get(), desk, plan.interval(), clock);
        rounds = Rounds.begin(threads, LOOK_EVERY, status::isReady, round, SourceTimer::tell);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.close();
        }
    }

    private static void tell(RuntimeException failure) {
        LOG.log(
                Level.WARNING,
                "Market data is not fetched: the database does not answer as it should. It goes on when it does.",
                failure);
    }
}

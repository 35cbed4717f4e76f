package energy.optibid.platform.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.DevelopmentSeed;
import energy.optibid.platform.ServiceTable;
import energy.optibid.platform.Services;
import energy.optibid.platform.SystemStatus;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The start, in this order: settings, services in the background, PostgreSQL and its schema, demo data. When it refuses,
 * the deployment fails with its message. Other beans of the start depend on it:
 * {@code @DependsOn("SchemaGate")}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaGate {
    private static final Logger LOG = Logger.getLogger(SchemaGate.class.getName());

    @Inject
    Capabilities capabilities;

    @Inject
    Services services;

    @Inject
    Database database;

    @Inject
    SystemStatus status;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<DevelopmentSeed> seeds;

    @PostConstruct
    void open() {
        var unused = services.start().thenRun(this::logServices);
        new SchemaStart(database, capabilities.environment(), clock, SchemaGate::pause).run();
        if (capabilities.environment().isDevelopment()) {
            seeds.stream()
                    .sorted(Comparator.comparingInt(DevelopmentSeed::order))
                    .forEach(DevelopmentSeed::seed);
        }
        status.started();
    }

    private void logServices() {
        LOG.log(Level.INFO, "OptiBid {0}, {1}: {2}", new Object[] {
            status.report().version(),
            capabilities.environment().name().toLowerCase(Locale.ROOT),
            ServiceTable.of(services.reports())
        });
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}

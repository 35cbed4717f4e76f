package energy.optibid.platform.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.DevelopmentSeed;
import energy.optibid.platform.Environment;
import energy.optibid.platform.MessageFolder;
import energy.optibid.platform.ProductionRule;
import energy.optibid.platform.Services;
import energy.optibid.platform.SystemStatus;
import energy.optibid.platform.TrustedProxies;
import energy.optibid.platform.Vault;
import energy.optibid.platform.WebSettings;
import energy.optibid.platform.internal.log.ApplicationLog;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The start, in this order: the log, settings, PostgreSQL and its schema, demo data; optional services later. When it refuses, the
 * deployment fails with its message. Other beans of the start depend on it:
 * {@code @DependsOn("SchemaGate")}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaGate {
    private static final Logger LOG = Logger.getLogger(SchemaGate.class.getName());

    /** Of this deployment: each has classes of its own. */
    private static final AtomicBoolean REFUSED = new AtomicBoolean();

    @Inject
    Provider<ApplicationLog> log;

    @Inject
    Provider<Capabilities> capabilities;

    @Inject
    Provider<Vault> vault;

    @Inject
    Provider<Services> services;

    @Inject
    Provider<Database> database;

    @Inject
    Provider<SystemStatus> status;

    @Inject
    Provider<WebSettings> web;

    @Inject
    Provider<TrustedProxies> proxies;

    @Inject
    Provider<MessageFolder> messages;

    @Inject
    @Any
    Instance<ProductionRule> rules;

    @Inject
    Provider<DatabaseWatch> watch;

    @Inject
    Provider<ScheduledExecutorService> executor;

    @Inject
    Provider<OptionalStart> optional;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<DevelopmentSeed> seeds;

    /**
     * Logs and throws, because the container buries the message between two screens of its own stack traces. A timer that
     * waited for this bean has it made once more after a refusal: that one is not started again, and says nothing.
     */
    @PostConstruct
    void open() {
        if (REFUSED.get()) {
            throw new StartRefusedException("The start was refused before");
        }
        try {
            start();
        } catch (RuntimeException e) {
            REFUSED.set(true);
            LOG.log(Level.SEVERE, "OptiBid does not start: {0}", e.getMessage());
            // The server lives on, and nobody would hear what the probes find.
            executor.get().shutdownNow();
            throw e;
        }
    }

    private void start() {
        log.get().open();
        Environment environment = capabilities.get().environment();
        var unused = services.get().startRequired();
        new SchemaStart(database.get(), environment, clock, SchemaGate::pause).run();
        if (!environment.isDevelopment()) {
            requireSafe();
        }
        // What is made of settings: a wrong one is to stop the start and not the first request.
        Stream.of(vault, web, proxies, messages).forEach(Provider::get);
        if (environment.isDevelopment()) {
            seeds.stream()
                    .sorted(Comparator.comparingInt(DevelopmentSeed::order))
                    .forEach(DevelopmentSeed::seed);
        }
        watch.get().start(executor.get());
        status.get().started();
        optional.get().beginSoon();
    }

    private void requireSafe() {
        List<String> violations = rules.stream()
                .flatMap(rule -> rule.violations().stream())
                .sorted()
                .toList();
        if (!violations.isEmpty()) {
            throw new StartRefusedException(
                    "ENVIRONMENT is production, and this is not safe there: " + String.join("; ", violations));
        }
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}

package energy.optibid.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Every service and its state, from the start to the end of this process. Injectable. What is off has a state and
 * nothing else; what is on is attempted in the background, all that is optional at once, and probed from then on.
 */
public final class Services {
    private static final Logger LOG = Logger.getLogger(Services.class.getName());

    private final Map<ServiceName, MonitoredService> services = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, ServiceConnector> connectors = new EnumMap<>(ServiceName.class);
    private final List<ServiceMonitor> monitors = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor;
    private final Duration probeInterval;
    private final Duration probeTimeout;

    /**
     * @param connectors makes the connector of a service; asked only for those that are on
     * @param executor runs the probes; stays the caller's
     * @param probeInterval between the beginnings of two probes of one service
     * @param probeTimeout how long a probe of one that is available may take, where the service's own time-out is not shorter
     */
    public Services(
            Capabilities capabilities,
            Function<ServiceName, ServiceConnector> connectors,
            ScheduledExecutorService executor,
            Clock clock,
            Duration probeInterval,
            Duration probeTimeout) {
        this.executor = executor;
        this.probeInterval = probeInterval;
        this.probeTimeout = probeTimeout;
        for (ServiceName name : ServiceName.values()) {
            switch (capabilities.of(name)) {
                case OFF -> services.put(name, off(name, clock));
                case ON -> services.put(name, on(name, connectors.apply(name), clock));
            }
        }
    }

    /** Attempts PostgreSQL. The result is there when that attempt has ended, like that of {@link #startOptional}. */
    public CompletableFuture<Void> startRequired() {
        return start(name -> name.flag().isEmpty());
    }

    /** Attempts what is on besides. The result is there when each first attempt has ended; nothing needs to wait for it. */
    public CompletableFuture<Void> startOptional() {
        return start(name -> name.flag().isPresent());
    }

    private CompletableFuture<Void> start(Predicate<ServiceName> wanted) {
        List<CompletableFuture<MonitoredService>> outcomes = new ArrayList<>();
        connectors.forEach((name, connector) -> {
            if (!wanted.test(name)) {
                return;
            }
            LOG.log(Level.INFO, "{0}: connecting to {1}, for at most {2} ms", new Object[] {
                name.label(), connector.configuredAt(), connector.firstTimeout().toMillis()
            });
            ServiceMonitor monitor = new ServiceMonitor(of(name), connector, executor, probeInterval, probeTimeout);
            monitors.add(monitor);
            outcomes.add(monitor.start());
        });
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new));
    }

    /** Ends the probes and drops the connections. */
    public void stop() {
        monitors.forEach(ServiceMonitor::stop);
        connectors.values().forEach(ServiceConnector::lost);
    }

    public MonitoredService of(ServiceName name) {
        MonitoredService service = services.get(name);
        if (service == null) {
            throw new IllegalStateException("No state of " + name);
        }
        return service;
    }

    /** All of them as they are now, those that are off too. */
    public List<ServiceReport> reports() {
        return services.values().stream().map(MonitoredService::report).toList();
    }

    private static MonitoredService off(ServiceName name, Clock clock) {
        return new MonitoredService(
                name, ServiceState.OFF, name.flag().orElse("") + "=false", clock, (before, now) -> {});
    }

    private MonitoredService on(ServiceName name, ServiceConnector connector, Clock clock) {
        connectors.put(name, connector);
        return new MonitoredService(name, ServiceState.CONNECTING, connector.configuredAt(), clock, (before, now) -> {
            log(now, connector.pause().orElse(probeInterval));
            if (before == ServiceState.AVAILABLE) {
                connector.lost();
            }
        });
    }

    private static void log(ServiceReport now, Duration pause) {
        if (now.state() == ServiceState.AVAILABLE) {
            LOG.log(Level.INFO, "{0}: available after {1} ms; {2}", new Object[] {
                now.name().label(), now.latency().map(Duration::toMillis).orElse(0L), now.effect()
            });
        } else {
            LOG.log(Level.WARNING, "{0}: {1}: {2}; {3}; tried again every {4} s", new Object[] {
                now.name().label(),
                now.state().code(),
                now.lastError().orElse("no reason given"),
                now.effect(),
                pause.toMillis() / 1000.0
            });
        }
    }
}

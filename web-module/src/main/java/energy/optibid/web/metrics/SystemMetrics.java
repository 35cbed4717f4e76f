package energy.optibid.web.metrics;

import energy.optibid.platform.DatabaseFigures;
import energy.optibid.platform.Release;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.SystemReport;
import energy.optibid.platform.SystemStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.function.Supplier;

/** The state of this process and its services, from what is known already: asks no service, never waits. */
final class SystemMetrics implements MultiCollector {
    private static final double NANOS = Duration.ofSeconds(1).toNanos();

    private final Supplier<SystemStatus> status;

    SystemMetrics(Supplier<SystemStatus> status) {
        this.status = status;
    }

    @Override
    public MetricSnapshots collect() {
        SystemReport report = status.get().report();
        Gauges gauges = new Gauges();
        Release release = report.release();
        gauges.addInfo(
                "optibid_build",
                "Which release this is; always 1",
                "version",
                release.version(),
                "commit",
                release.commit());
        gauges.add(
                "optibid_ready",
                "Whether requests can be served: 1 or 0",
                status.get().isReady() ? 1 : 0);
        report.services().forEach(service -> service(gauges, service));
        report.database().ifPresent(figures -> database(gauges, figures));
        return gauges.snapshots();
    }

    private static void service(Gauges gauges, ServiceReport report) {
        String name = report.name().code();
        for (ServiceState state : ServiceState.values()) {
            gauges.add(
                    "optibid_service_state",
                    "The state that a service is in: 1 for this one, 0 for the others",
                    report.state() == state ? 1 : 0,
                    "service",
                    name,
                    "state",
                    state.code());
        }
        if (report.state() != ServiceState.OFF) {
            gauges.add(
                    "optibid_service_up",
                    "Whether a service that is switched on answers: 1 or 0",
                    report.state() == ServiceState.AVAILABLE ? 1 : 0,
                    "service",
                    name);
        }
        report.latency()
                .ifPresent(latency -> gauges.add(
                        "optibid_service_latency_seconds",
                        "How long the last answer of a service to a probe took",
                        latency.toNanos() / NANOS,
                        "service",
                        name));
    }

    private static void database(Gauges gauges, DatabaseFigures figures) {
        DatabaseFigures.Connections connections = figures.connections();
        connections(gauges, "active", connections.active());
        connections(gauges, "idle", connections.idle());
        connections(gauges, "idle_in_transaction", connections.idleInTransaction());
        gauges.add(
                "optibid_database_connections_max",
                "Connections that PostgreSQL takes altogether, of every login",
                connections.allowed());
        gauges.add(
                "optibid_database_pending_changesets",
                "Changesets of this release that the database has not had",
                figures.migrations().pending());
        gauges.addRead("database", figures.at());
    }

    private static void connections(Gauges gauges, String state, int number) {
        gauges.add(
                "optibid_database_connections",
                "Connections in the pools of all nodes, by what PostgreSQL says of them",
                number,
                "state",
                state);
    }
}

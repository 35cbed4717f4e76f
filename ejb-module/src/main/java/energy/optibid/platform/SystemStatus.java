package energy.optibid.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers how OptiBid is doing, from what is known already: never asks a service, never waits. Injectable. */
public final class SystemStatus {
    private final Services services;
    private final Capabilities capabilities;
    private final String version;
    private final Clock clock;
    private final Instant madeAt;
    private volatile @Nullable Instant startedAt;

    public SystemStatus(Services services, Capabilities capabilities, String version, Clock clock) {
        this.services = services;
        this.capabilities = capabilities;
        this.version = version;
        this.clock = clock;
        this.madeAt = clock.instant();
    }

    public SystemReport report() {
        List<ServiceReport> reports = services.reports();
        Instant start = startedAt;
        boolean started = start != null;
        return new SystemReport(
                SystemReport.Overall.of(started, reports),
                version,
                capabilities.environment(),
                clock.instant(),
                start == null ? madeAt : start,
                started,
                reports);
    }

    /** The schema is up to date and the demo data, where wanted, is there. */
    public boolean isStarted() {
        return startedAt != null;
    }

    /** Requests can be served: started, and PostgreSQL answers. */
    public boolean isReady() {
        return isStarted() && services.of(ServiceName.POSTGRESQL).state() == ServiceState.AVAILABLE;
    }

    /** Called once, by the start. */
    public void started() {
        startedAt = clock.instant();
    }
}

package energy.optibid.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers how OptiBid is doing, from what is known already: never asks a service, never waits. Injectable. */
public final class SystemStatus {
    private final Services services;
    private final Capabilities capabilities;
    private final Release release;
    private final Clock clock;
    private final Supplier<Optional<DatabaseFigures>> database;
    private final Instant madeAt;
    private volatile @Nullable Instant startedAt;

    /** @param database what is known of PostgreSQL; asked at each report, and never waits */
    public SystemStatus(
            Services services,
            Capabilities capabilities,
            Release release,
            Clock clock,
            Supplier<Optional<DatabaseFigures>> database) {
        this.services = services;
        this.capabilities = capabilities;
        this.release = release;
        this.clock = clock;
        this.database = database;
        this.madeAt = clock.instant();
    }

    public SystemReport report() {
        List<ServiceReport> reports = services.reports();
        Instant start = startedAt;
        boolean started = start != null;
        return new SystemReport(
                SystemReport.Overall.of(started, reports),
                release,
                capabilities.environment(),
                clock.instant(),
                start == null ? madeAt : start,
                started,
                reports,
                capabilities.flags(),
                database.get(),
                MemoryFigures.now());
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

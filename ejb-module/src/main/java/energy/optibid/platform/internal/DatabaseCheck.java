package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.Services;
import energy.optibid.platform.SystemStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when PostgreSQL answered the last probe in the background and its schema is up to date. Never waits. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

    @Inject
    SystemStatus status;

    @Inject
    Services services;

    @Inject
    OptionalStart optional;

    @Override
    public HealthCheckResponse call() {
        ServiceReport postgresql = services.of(ServiceName.POSTGRESQL).report();
        boolean ready = status.isReady();
        if (ready) {
            optional.begin();
        }
        return HealthCheckResponse.named("database")
                .status(ready)
                .withData("postgresql", postgresql.state().code())
                .withData("schemaUpToDate", status.isStarted())
                .build();
    }
}

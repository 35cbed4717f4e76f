package energy.optibid.platform.internal;

import energy.optibid.platform.SystemStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the start is over: settings read, schema up to date. */
@Startup
@ApplicationScoped
class StartedCheck implements HealthCheck {

    @Inject
    SystemStatus status;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(status.isStarted()).build();
    }
}

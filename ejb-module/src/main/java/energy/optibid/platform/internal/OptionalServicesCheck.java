package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Lists the state of each optional service; always up, because each has an alternative. */
@Readiness
@ApplicationScoped
class OptionalServicesCheck implements HealthCheck {

    @Inject
    Services services;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("optional-services").up();
        services.reports().stream()
                .filter(report -> !report.isRequired())
                .forEach((ServiceReport report) ->
                        response.withData(report.name().label(), report.state().code()));
        return response.build();
    }
}

package energy.optibid.platform.internal;

import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A check for each optional service, with its state; always up, because each has an alternative. */
@ApplicationScoped
class OptionalServiceChecks {

    @Inject
    Services services;

    @Produces
    @Readiness
    HealthCheck redis() {
        return check(ServiceName.REDIS);
    }

    @Produces
    @Readiness
    HealthCheck kafka() {
        return check(ServiceName.KAFKA);
    }

    @Produces
    @Readiness
    HealthCheck clickHouse() {
        return check(ServiceName.CLICKHOUSE);
    }

    @Produces
    @Readiness
    HealthCheck mlflow() {
        return check(ServiceName.MLFLOW);
    }

    @Produces
    @Readiness
    HealthCheck entsoe() {
        return check(ServiceName.ENTSOE);
    }

    private HealthCheck check(ServiceName name) {
        return () -> HealthCheckResponse.named(name.code())
                .up()
                .withData("state", services.of(name).state().code())
                .build();
    }
}

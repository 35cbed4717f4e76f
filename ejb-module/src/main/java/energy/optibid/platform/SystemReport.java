package energy.optibid.platform;

import java.time.Instant;
import java.util.List;

/**
 * How OptiBid is doing.
 *
 * @param startedAt when this process was ready to serve
 * @param version of OptiBid
 */
public record SystemReport(
        Overall overall,
        String version,
        Environment environment,
        Instant at,
        Instant startedAt,
        boolean schemaUpToDate,
        List<ServiceReport> services) {

    /** All in one word. */
    public enum Overall {
        /** Everything that is switched on is there. */
        HEALTHY,
        /** Everything is served, something that is switched on is missing. */
        DEGRADED,
        /** PostgreSQL or its schema is missing. */
        UNHEALTHY;

        static Overall of(boolean schemaUpToDate, List<ServiceReport> services) {
            boolean required = services.stream()
                    .filter(ServiceReport::isRequired)
                    .allMatch(service -> service.state() == ServiceState.AVAILABLE);
            if (!schemaUpToDate || !required) {
                return UNHEALTHY;
            }
            return services.stream().anyMatch(ServiceReport::isMissed) ? DEGRADED : HEALTHY;
        }
    }

    public SystemReport {
        services = List.copyOf(services);
    }
}

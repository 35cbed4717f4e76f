package energy.optibid.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How OptiBid is doing.
 *
 * @param at the desk's clock
 * @param startedAt when this process was ready to serve
 * @param flags each feature flag by its name
 * @param database as it was last seen; absent in the first moments
 */
public record SystemReport(
        Overall overall,
        Release release,
        Environment environment,
        Instant at,
        Instant startedAt,
        boolean schemaUpToDate,
        List<ServiceReport> services,
        Map<String, Boolean> flags,
        Optional<DatabaseFigures> database,
        MemoryFigures memory) {

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
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    }

    /** How long this process has been serving. */
    public Duration uptime() {
        return Duration.between(startedAt, at);
    }
}

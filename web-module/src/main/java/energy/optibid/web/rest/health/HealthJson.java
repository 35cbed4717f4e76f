package energy.optibid.web.rest.health;

import energy.optibid.platform.Environment;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceReport;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.SystemReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the desk.
 *
 * @param status healthy, degraded (an optional service is missing) or unhealthy (PostgreSQL or its schema is)
 * @param time the desk's clock
 * @param version of OptiBid
 * @param detail for administrators only
 */
public record HealthJson(SystemReport.Overall status, Instant time, String version, Optional<DetailJson> detail) {

    static HealthJson of(SystemReport report, boolean detailed) {
        return new HealthJson(
                report.overall(),
                report.at(),
                report.version(),
                detailed ? Optional.of(DetailJson.of(report)) : Optional.empty());
    }

    /** What administrators see. */
    public record DetailJson(
            Environment environment, Instant startedAt, boolean schemaUpToDate, List<ServiceJson> services) {
        static DetailJson of(SystemReport report) {
            return new DetailJson(
                    report.environment(),
                    report.startedAt(),
                    report.schemaUpToDate(),
                    report.services().stream().map(ServiceJson::of).toList());
        }
    }

    /**
     * One service.
     *
     * @param latencyMs how long its last answer to a probe took
     * @param effect what the state means for the users
     * @param configuredAt its address without secrets, or the flag that leaves it off
     */
    public record ServiceJson(
            ServiceName name,
            ServiceState state,
            Instant since,
            Optional<Long> latencyMs,
            Optional<String> lastError,
            String effect,
            String configuredAt) {
        static ServiceJson of(ServiceReport report) {
            return new ServiceJson(
                    report.name(),
                    report.state(),
                    report.since(),
                    report.latency().map(java.time.Duration::toMillis),
                    report.lastError(),
                    report.effect(),
                    report.configuredAt());
        }
    }
}

package energy.optibid.web.rest.health;

import energy.optibid.platform.SystemReport;
import energy.optibid.push.PushFigures;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The state of the desk.
 *
 * @param status healthy, degraded (an optional service is missing) or unhealthy (PostgreSQL or its schema is)
 * @param time the desk's clock
 * @param detail for administrators and operators only
 */
public record HealthJson(SystemReport.Overall status, Instant time, Optional<HealthDetailJson> detail) {

    static HealthJson of(SystemReport report, boolean detailed, Supplier<Optional<PushFigures>> push) {
        return new HealthJson(
                report.overall(),
                report.at(),
                detailed ? Optional.of(HealthDetailJson.of(report, push.get())) : Optional.empty());
    }
}

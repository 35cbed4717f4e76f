package energy.optibid.web.rest.models;

import energy.optibid.forecasting.RunValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is added to a run. */
public record RunLogJson(
        @Schema(description = "Parameters that it does not have; one that it has keeps its value")
        Optional<Map<String, String>> parameters,

        @Schema(description = "Measurements, in their order; 10,000 a run")
        Optional<List<NewMetricJson>> metrics) {

    RunValues values(Instant now) {
        return new RunValues(
                parameters.orElse(Map.of()),
                metrics.orElse(List.of()).stream().map(each -> each.metric(now)).toList());
    }
}

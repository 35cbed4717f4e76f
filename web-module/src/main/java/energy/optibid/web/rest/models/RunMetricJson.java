package energy.optibid.web.rest.models;

import energy.optibid.forecasting.RunMetric;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measurement of a training. */
public record RunMetricJson(
        String name,
        double value,

        @Schema(description = "Counts the training's own steps")
        int step,

        @Schema(description = "When it was measured, to the millisecond")
        Instant at) {

    static RunMetricJson of(RunMetric metric) {
        return new RunMetricJson(metric.name(), metric.value(), metric.step(), metric.measuredAt());
    }
}

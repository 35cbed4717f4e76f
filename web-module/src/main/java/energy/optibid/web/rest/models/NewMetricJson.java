package energy.optibid.web.rest.models;

import energy.optibid.forecasting.RunMetric;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measurement to be added. */
public record NewMetricJson(
        @Schema(description = "1 to 200 letters, digits, underscores, dashes, points and blanks between slashes")
        String name,

        double value,

        @Schema(description = "Counts the training's own steps; 0 unless given")
        Optional<Integer> step,

        @Schema(description = "When it was measured; now unless given")
        Optional<Instant> at) {

    RunMetric metric(Instant now) {
        return new RunMetric(name, value, step.orElse(0), at.orElse(now).truncatedTo(ChronoUnit.MILLIS));
    }
}

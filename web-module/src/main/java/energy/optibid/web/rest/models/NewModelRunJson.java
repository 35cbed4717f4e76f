package energy.optibid.web.rest.models;

import energy.optibid.forecasting.NewModelRun;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A training that begins. */
public record NewModelRunJson(
        @Schema(
                description =
                        "1 to 100 letters, digits, points, dashes and underscores; the same for all runs of a model")
        String model,

        @Schema(description = "What you call the run, 1 to 200 characters")
        Optional<String> name,

        @Schema(description = "What it is started with, up to 200; values of 1 to 500 characters")
        Optional<Map<String, String>> parameters) {

    NewModelRun run() {
        return new NewModelRun(model, name, parameters.orElse(Map.of()));
    }
}

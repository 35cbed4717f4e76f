package energy.optibid.forecasting;

import java.util.Map;
import java.util.Optional;

/**
 * A training that begins.
 *
 * @param model the name of the model, 1 to 100 letters, digits, points, dashes and underscores
 * @param name what the trainer calls the run, at most 200 characters; absent where it has no name
 * @param parameters what it is started with, by name
 */
public record NewModelRun(String model, Optional<String> name, Map<String, String> parameters) {
    public NewModelRun {
        parameters = Map.copyOf(parameters);
    }
}

package energy.optibid.forecasting;

import java.util.List;
import java.util.Map;

/** What is added to a run: parameters that it did not have, and measurements. */
public record RunValues(Map<String, String> parameters, List<RunMetric> metrics) {
    public RunValues {
        parameters = Map.copyOf(parameters);
        metrics = List.copyOf(metrics);
    }
}

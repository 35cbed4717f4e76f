package energy.optibid.forecasting;

import java.util.List;
import java.util.Map;

/**
 * A training with what was told of it.
 *
 * @param parameters by name
 * @param metrics the last measurement of each name, by name
 * @param artefacts by path
 */
public record ModelRun(
        ModelRunSummary summary,
        Map<String, String> parameters,
        List<RunMetric> metrics,
        List<ModelArtefact> artefacts) {
    public ModelRun {
        parameters = Map.copyOf(parameters);
        metrics = List.copyOf(metrics);
        artefacts = List.copyOf(artefacts);
    }
}

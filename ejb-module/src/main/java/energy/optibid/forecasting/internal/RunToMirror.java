package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.LoggedMetric;
import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.ModelRunSummary;
import energy.optibid.forecasting.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as it is at a revision, with what of it the mirror does not have.
 *
 * @param mirroredRunId the mirror's own identifier; absent where it is not known to have the run
 * @param parameters all of them
 * @param metrics those that were not sent, in their order
 * @param artefacts those that were not sent, without their bytes
 * @param version that it was registered as
 */
public record RunToMirror(
        ModelRunSummary run,
        int revision,
        Optional<String> mirroredRunId,
        Map<String, String> parameters,
        List<LoggedMetric> metrics,
        List<ModelArtefact> artefacts,
        Optional<ModelVersion> version) {}

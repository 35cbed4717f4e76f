package energy.optibid.forecasting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A finished run that was registered as a version of its model.
 *
 * @param model the name of the model
 * @param number counts the versions of the model, from 1
 * @param runId the run that it is
 * @param version counts the changes of its stage, from 0
 * @param mirror of the run and this version
 */
public record ModelVersion(
        UUID id,
        String model,
        int number,
        UUID runId,
        Optional<String> description,
        ModelStage stage,
        int version,
        Instant createdAt,
        RunMirror mirror) {

    /** The same with another state of its mirror. */
    public ModelVersion with(RunMirror other) {
        return new ModelVersion(id, model, number, runId, description, stage, version, createdAt, other);
    }
}

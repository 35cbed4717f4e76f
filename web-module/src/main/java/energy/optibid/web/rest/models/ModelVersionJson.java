package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelStage;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.web.rest.VersionedJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registered version of a model. */
public record ModelVersionJson(
        UUID id,
        String model,

        @Schema(description = "Counts the versions of the model, from 1")
        int number,

        @Schema(description = "The run that it is") UUID runId,
        Optional<String> description,
        ModelStage stage,

        @Schema(description = "Counts the changes of its stage; the ETag")
        int version,

        Instant createdAt,
        RunMirrorJson mlflow)
        implements VersionedJson {

    static ModelVersionJson of(ModelVersion version) {
        return new ModelVersionJson(
                version.id(),
                version.model(),
                version.number(),
                version.runId(),
                version.description(),
                version.stage(),
                version.version(),
                version.createdAt(),
                RunMirrorJson.of(version.mirror()));
    }
}

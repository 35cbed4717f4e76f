package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A training of a model, without what was told of it. */
public record ModelRunSummaryJson(
        UUID id,
        String model,
        @Schema(description = "What the trainer calls it") Optional<String> name,
        ModelRunState state,
        @Schema(description = "The user who began it") UUID startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,

        @Schema(description = "How many measurements it has")
        int metricCount,

        RunMirrorJson mlflow) {

    static ModelRunSummaryJson of(ModelRunSummary run) {
        return new ModelRunSummaryJson(
                run.id(),
                run.model(),
                run.name(),
                run.state(),
                run.startedBy(),
                run.startedAt(),
                run.endedAt(),
                run.metricCount(),
                RunMirrorJson.of(run.mirror()));
    }
}

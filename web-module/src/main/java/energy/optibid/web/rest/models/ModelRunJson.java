package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelRun;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.forecasting.ModelRunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A training of a model. */
public record ModelRunJson(
        UUID id,
        String model,
        @Schema(description = "What the trainer calls it") Optional<String> name,
        ModelRunState state,
        @Schema(description = "The user who began it") UUID startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        @Schema(description = "What it was started with") Map<String, String> parameters,

        @Schema(description = "How many measurements it has")
        int metricCount,

        @Schema(description = "The last measurement of each name")
        List<RunMetricJson> metrics,

        @Schema(description = "The files that it has made") List<ArtefactJson> artefacts,
        RunMirrorJson mlflow) {

    static ModelRunJson of(ModelRun run) {
        ModelRunSummary summary = run.summary();
        return new ModelRunJson(
                summary.id(),
                summary.model(),
                summary.name(),
                summary.state(),
                summary.startedBy(),
                summary.startedAt(),
                summary.endedAt(),
                new TreeMap<>(run.parameters()),
                summary.metricCount(),
                run.metrics().stream().map(RunMetricJson::of).toList(),
                run.artefacts().stream().map(ArtefactJson::of).toList(),
                RunMirrorJson.of(summary.mirror()));
    }
}

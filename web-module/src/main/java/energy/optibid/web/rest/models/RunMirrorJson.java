package energy.optibid.web.rest.models;

import energy.optibid.forecasting.MirrorState;
import energy.optibid.forecasting.RunMirror;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far something is copied to MLflow. */
public record RunMirrorJson(
        MirrorState state,
        @Schema(description = "MLflow's own id of the run") Optional<String> runId,

        @Schema(description = "MLflow's own number of the version")
        Optional<String> version,

        @Schema(description = "When MLflow last took or refused it")
        Optional<Instant> at,

        @Schema(description = "Why MLflow refused it, or what of it MLflow does not take")
        Optional<String> reason) {

    static RunMirrorJson of(RunMirror mirror) {
        return new RunMirrorJson(
                mirror.state(), mirror.mlflowRunId(), mirror.mlflowVersion(), mirror.settledAt(), mirror.reason());
    }
}

package energy.optibid.forecasting;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a run is mirrored to MLflow.
 *
 * @param mlflowRunId MLflow's own identifier of the run; absent before it is there
 * @param mlflowVersion MLflow's own number of the version that was registered from it; absent before it is there
 * @param settledAt when it was last mirrored or refused; absent before
 * @param reason why MLflow refused it, or what of it MLflow did not take; absent where it took everything
 */
public record RunMirror(
        MirrorState state,
        Optional<String> mlflowRunId,
        Optional<String> mlflowVersion,
        Optional<Instant> settledAt,
        Optional<String> reason) {

    /** The same where MLflow is off. */
    public RunMirror off() {
        return new RunMirror(MirrorState.OFF, mlflowRunId, mlflowVersion, settledAt, reason);
    }
}

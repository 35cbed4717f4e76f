package energy.optibid.forecasting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A training of a model.
 *
 * @param model the name of the model
 * @param name what the trainer calls the run
 * @param startedBy the user who began it
 * @param endedAt absent while it runs
 * @param metricCount how many measurements it has
 */
public record ModelRunSummary(
        UUID id,
        UUID organisationId,
        String model,
        Optional<String> name,
        ModelRunState state,
        UUID startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        int metricCount,
        RunMirror mirror) {

    /** The same with another state of its mirror. */
    public ModelRunSummary with(RunMirror other) {
        return new ModelRunSummary(
                id, organisationId, model, name, state, startedBy, startedAt, endedAt, metricCount, other);
    }
}

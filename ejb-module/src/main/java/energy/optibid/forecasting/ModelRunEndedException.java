package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The run has ended, and what has ended does not change. */
@ApplicationException(rollback = true)
public class ModelRunEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID runId;

    public ModelRunEndedException(UUID runId, ModelRunState state) {
        super("The model run " + runId + " is " + state.name().toLowerCase(java.util.Locale.ROOT)
                + " and does not change any more");
        this.runId = runId;
    }

    public UUID runId() {
        return runId;
    }
}

package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** Only a finished run becomes a version, and only once. */
@ApplicationException(rollback = true)
public class ModelRunNotRegistrableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID runId;

    /** It is in another state. */
    public ModelRunNotRegistrableException(UUID runId, ModelRunState state) {
        super("The model run " + runId + " is " + state.name().toLowerCase(java.util.Locale.ROOT) + ", not finished");
        this.runId = runId;
    }

    /** It is a version already. */
    public ModelRunNotRegistrableException(UUID runId, int number) {
        super("The model run " + runId + " is version " + number + " of its model already");
        this.runId = runId;
    }

    public UUID runId() {
        return runId;
    }
}

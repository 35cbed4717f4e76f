package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such run of a model, or it is another organisation's, which is not told apart. */
@ApplicationException(rollback = true)
public class ModelRunNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID runId;

    public ModelRunNotFoundException(UUID runId) {
        super("There is no model run " + runId);
        this.runId = runId;
    }

    public UUID runId() {
        return runId;
    }
}

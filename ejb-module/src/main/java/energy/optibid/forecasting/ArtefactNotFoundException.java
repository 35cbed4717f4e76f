package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The run has no artefact at that path. */
@ApplicationException(rollback = true)
public class ArtefactNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID runId;
    private final String path;

    public ArtefactNotFoundException(UUID runId, String path) {
        super("The model run " + runId + " has no artefact " + path);
        this.runId = runId;
        this.path = path;
    }

    public UUID runId() {
        return runId;
    }

    public String path() {
        return path;
    }
}

package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelArtefact;
import java.util.Optional;

/** Remembers what of a run was uploaded, each in a transaction of its own, and keeps the run from other nodes meanwhile. */
public interface UploadProgress {

    /** The mirror has the run under that identifier. */
    void created(String mirroredRunId);

    /** The mirror has the measurements up to that place. */
    void sent(int upToPlace);

    /** The bytes of an artefact; absent where it was replaced meanwhile. */
    Optional<byte[]> content(ModelArtefact artefact);

    void sent(ModelArtefact artefact);

    /** The mirror has the version under that number. */
    void registered(String mirroredVersion);
}

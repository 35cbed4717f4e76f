package energy.optibid.forecasting.internal;

import java.util.Optional;

/** Where runs and versions are copied to. It may be away, and may have lost what it had. */
public interface ModelMirror {

    /**
     * Brings the mirror to what a run is now. What was uploaded before may be uploaded again; what the mirror has already
     * is not added twice.
     *
     * @param progress told at once of what need not be uploaded again
     * @return what of it the mirror cannot take, and what an operator is to do; absent where it took everything
     * @throws RunLostException where the mirror does not have the run any more
     * @throws energy.optibid.platform.MlflowRefusedException where it refuses the run for good
     * @throws energy.optibid.platform.MlflowFailedException where it may be tried again later
     */
    Optional<String> upload(RunToMirror run, UploadProgress progress);
}

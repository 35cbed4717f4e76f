package energy.optibid.forecasting.internal.mlflow;

import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.internal.UploadProgress;
import energy.optibid.platform.MlflowFailedException;
import energy.optibid.platform.MlflowRest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Artefacts, through an MLflow that stores them itself; what it leaves to its clients, such as a bucket, is not for us. */
final class MlflowArtefacts {
    private static final String PROXIED = "mlflow-artifacts";
    private static final String MEND =
            "start MLflow with --serve-artifacts; runs that it has already keep their place, new ones"
                    + " are copied whole";

    private final MlflowRest rest;

    MlflowArtefacts(MlflowRest rest) {
        this.rest = rest;
    }

    /**
     * Sends them one by one.
     *
     * @param root MLflow's {@code artifact_uri} of the run
     * @return why they cannot be sent; absent where they were
     */
    Optional<String> send(String root, List<ModelArtefact> artefacts, UploadProgress progress) {
        if (artefacts.isEmpty()) {
            return Optional.empty();
        }
        String scheme = root.contains(":") ? root.substring(0, root.indexOf(':')) : "file";
        if (!scheme.equals(PROXIED)) {
            return Optional.of("artefacts are not copied, because MLflow keeps them at " + scheme + ": " + MEND);
        }
        String folder = URI.create(root).getPath().replaceAll("^/+", "");
        try {
            for (ModelArtefact artefact : artefacts) {
                progress.content(artefact).ifPresent(bytes -> {
                    rest.putArtefact(folder + "/" + artefact.path(), bytes);
                    progress.sent(artefact);
                });
            }
            return Optional.empty();
        } catch (MlflowFailedException e) {
            // That is how an MLflow answers that was told not to serve them, however long one waits.
            if (e.status() == 503 && String.valueOf(e.getMessage()).contains("serve-artifacts")) {
                return Optional.of("artefacts are not copied, because MLflow does not serve them: " + MEND);
            }
            throw e;
        }
    }
}

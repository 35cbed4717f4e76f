package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelArtefact;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that a training has made. */
public record ArtefactJson(
        String path,
        String mediaType,
        int sizeBytes,

        @Schema(description = "Of its content, hexadecimal; the ETag of the content")
        String sha256,

        Instant storedAt) {

    static ArtefactJson of(ModelArtefact artefact) {
        return new ArtefactJson(
                artefact.path(), artefact.mediaType(), artefact.sizeBytes(), artefact.sha256(), artefact.storedAt());
    }
}

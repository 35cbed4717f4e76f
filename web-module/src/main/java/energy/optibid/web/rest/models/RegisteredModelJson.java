package energy.optibid.web.rest.models;

import energy.optibid.forecasting.RegisteredModel;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model of which versions are registered. */
public record RegisteredModelJson(
        UUID id,
        String name,
        Instant createdAt,

        @Schema(description = "The greatest number of a version")
        int latestVersion,

        @Schema(description = "The number of the version in production")
        Optional<Integer> productionVersion) {

    static RegisteredModelJson of(RegisteredModel model) {
        return new RegisteredModelJson(
                model.id(), model.name(), model.createdAt(), model.latestVersion(), model.productionVersion());
    }
}

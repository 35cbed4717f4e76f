package energy.optibid.web.rest.models;

import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run to be registered. */
public record NewVersionJson(
        @Schema(description = "A finished run that is no version yet")
        UUID runId,

        @Schema(description = "1 to 1,000 characters") Optional<String> description) {}

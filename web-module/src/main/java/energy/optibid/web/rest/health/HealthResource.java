package energy.optibid.web.rest.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of the desk. */
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "operations")
public class HealthResource {

    @Inject
    Clock clock;

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "readHealth",
            summary = "Is the desk up",
            description = "Status, clock and version for everyone.")
    @APIResponse(
            responseCode = "200",
            description = "The desk serves requests",
            content = @Content(schema = @Schema(implementation = HealthJson.class)))
    public HealthJson health() {
        return new HealthJson("UP", clock.instant(), "0.1.0");
    }
}

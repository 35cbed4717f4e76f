package energy.optibid.web.rest.health;

import energy.optibid.identity.Role;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.SystemStatus;
import energy.optibid.push.PushDesk;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    SystemStatus status;

    @Inject
    Capabilities capabilities;

    @Inject
    PushDesk push;

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "readHealth",
            summary = "How is the desk",
            description =
                    "Status and clock for everyone. For administrators and operators also the release, each service,"
                            + " flags, migrations, connections, memory and WebSocket clients, as they were found in the background: the answer never"
                            + " waits for a service.")
    @APIResponse(responseCode = "200", description = "The desk answers; status says how it is")
    public HealthJson health(@Context SecurityContext caller) {
        return HealthJson.of(
                status.report(),
                caller.isUserInRole(Role.ADMINISTRATOR) || caller.isUserInRole(Role.OPERATOR),
                () -> capabilities.webSocket() ? Optional.of(push.figures()) : Optional.empty());
    }
}

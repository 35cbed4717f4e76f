package energy.optibid.web.rest.auth;

import energy.optibid.identity.Role;
import energy.optibid.identity.Sessions;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own sessions. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "sessions")
public class SessionsResource {

    @Inject
    Sessions sessions;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listSessions",
            summary = "List your sessions",
            description = "Your own log-ins that go on, the last used first: how, when and from where.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Items<SessionJson> list() {
        Optional<UUID> current = caller.sessionId();
        return Items.all(sessions.sessions(caller.person()).stream()
                .map(session -> SessionJson.of(session, current))
                .toList());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "endSession",
            summary = "End one of your sessions",
            description = "Its access and refresh tokens are refused from now on; on other nodes within two seconds.")
    @APIResponse(responseCode = "204", description = "It has ended")
    @APIResponse(responseCode = "404", description = "session-not-found, also for another user's")
    public void end(@PathParam("id") UUID id) {
        sessions.end(caller.person(), id);
    }
}

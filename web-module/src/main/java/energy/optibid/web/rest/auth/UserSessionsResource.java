package energy.optibid.web.rest.auth;

import energy.optibid.identity.Role;
import energy.optibid.identity.Sessions;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Users;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sessions of a user of the organisation, for its administrators. */
@Path("users/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "sessions")
public class UserSessionsResource {

    @Inject
    Sessions sessions;

    @Inject
    Users users;

    @Inject
    Caller caller;

    @DELETE
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "endUserSessions",
            summary = "End all sessions of a user",
            description = "Of a user of your organisation. Access and refresh tokens of theirs are refused from now on;"
                    + " on other nodes within two seconds.")
    @APIResponse(responseCode = "204", description = "They have ended, however many there were")
    @APIResponse(responseCode = "404", description = "user-not-found")
    public void end(@PathParam("id") UUID id) {
        UserAccount user = users.user(caller.actor(), id);
        sessions.endAll(caller.actor(), user.id());
    }
}

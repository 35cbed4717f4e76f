package energy.optibid.web.rest.auth;

import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.SessionEndedException;
import energy.optibid.identity.SessionNotFoundException;
import energy.optibid.identity.Sessions;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Origin;
import energy.optibid.web.security.Caller;
import energy.optibid.web.security.SameOrigin;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Continues and ends the session whose refresh token is in the browser's cookie. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class SessionCookieResource {
    @Inject
    Sessions sessions;

    @Inject
    RefreshCookie cookie;

    @Inject
    Caller caller;

    @POST
    @Path("refresh")
    @PermitAll
    @SameOrigin
    @SecurityRequirements
    @Operation(
            operationId = "refresh",
            summary = "Continue the session",
            description = "Gives a new access token for the refresh token in the cookie, and replaces the cookie. A"
                    + " refresh token is good for one use; used again later than a moment after, it ends its session.")
    @APIResponseSchema(value = AccessJson.class, responseCode = "200", responseDescription = "The token and its user")
    @APIResponse(responseCode = "401", description = "session-ended")
    @APIResponse(responseCode = "403", description = "cross-site-refused")
    public Response refresh(@Context HttpHeaders headers) {
        String token = cookie.read(headers).orElseThrow(SessionEndedException::new);
        GrantedAccess granted = sessions.refresh(token, caller.origin());
        return Response.ok(AccessJson.of(granted)).cookie(cookie.of(granted)).build();
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SameOrigin
    @SecurityRequirements
    @Operation(
            operationId = "logOut",
            summary = "Log out",
            description = "Ends the session of the cookie and of the access token, or with everywhere all sessions of"
                    + " the user, and takes the cookie away. Their access tokens are refused from now on. Does nothing"
                    + " else where there is no session.")
    @APIResponse(responseCode = "204", description = "There is no session any more")
    @APIResponse(responseCode = "401", description = "not-authenticated, for an access token that is refused")
    @APIResponse(responseCode = "403", description = "cross-site-refused")
    public Response logOut(LogOutJson how, @Context HttpHeaders headers) {
        Origin origin = caller.origin();
        Optional<Actor> ofCookie = cookie.read(headers).flatMap(token -> sessions.end(token, origin));
        Optional<Actor> user = caller.isKnown() ? Optional.of(caller.actor()) : ofCookie;
        if (how.everywhere().orElse(false)) {
            user.ifPresent(actor -> sessions.endAll(actor, actor.userId()));
        } else {
            caller.sessionId().ifPresent(id -> endIfOpen(caller.actor(), id));
        }
        return Response.noContent().cookie(cookie.removed()).build();
    }

    /** The cookie's session is mostly the token's, and has ended then. */
    private void endIfOpen(Actor actor, UUID sessionId) {
        if (sessions.sessions(actor).stream().anyMatch(session -> session.id().equals(sessionId))) {
            try {
                sessions.end(actor, sessionId);
            } catch (SessionNotFoundException e) {
                // Another request has just ended it, which is what was wanted.
            }
        }
    }
}

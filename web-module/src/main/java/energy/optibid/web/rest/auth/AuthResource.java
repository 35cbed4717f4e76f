package energy.optibid.web.rest.auth;

import energy.optibid.identity.Access;
import energy.optibid.identity.GrantedAccess;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Log-in and who is logged in. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class AuthResource {

    @Inject
    Access access;

    @Inject
    Caller caller;

    @Inject
    RefreshCookie cookie;

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "logIn",
            summary = "Log in",
            description = "Gives an access token for an e-mail address and its password. An unknown address and a wrong"
                    + " password are refused alike.")
    @APIResponse(
            responseCode = "200",
            description = "The token and its user",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccessJson.class)))
    @APIResponse(responseCode = "400", description = "malformed-json, invalid-body")
    @APIResponse(responseCode = "401", description = "log-in-refused")
    public Response logIn(LogInJson credentials) {
        GrantedAccess granted = access.login(credentials.email(), credentials.password(), caller.origin());
        return Response.ok(AccessJson.of(granted)).cookie(cookie.of(granted)).build();
    }
}

package energy.optibid.web.rest.auth;

import energy.optibid.identity.Role;
import energy.optibid.identity.SecondFactors;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second factor of a user who has lost it. */
@Path("users/{id}/mfa")
@ApplicationScoped
@Tag(name = "users")
public class UserSecondFactorResource {

    @Inject
    SecondFactors factors;

    @Inject
    Caller caller;

    @DELETE
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "resetSecondFactor",
            summary = "Take a user's second factor away",
            description = "For a user who has lost the authenticator and the recovery codes. Ends the user's sessions;"
                    + " make sure before that it is really the user who asks.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "403", description = "forbidden, also for an API key")
    @APIResponse(responseCode = "404", description = "user-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "second-factor-missing")
    public void reset(@PathParam("id") UUID id) {
        factors.reset(caller.person(), id);
    }
}

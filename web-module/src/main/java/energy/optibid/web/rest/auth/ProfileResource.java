package energy.optibid.web.rest.auth;

import energy.optibid.identity.Profile;
import energy.optibid.identity.Role;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What users see and change of themselves. */
@Path("auth/me")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class ProfileResource {

    @Inject
    Profile profile;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(operationId = "readMe", summary = "Who am I", description = "The user behind the token.")
    @APIResponse(responseCode = "200", description = "The user")
    public UserJson read() {
        return UserJson.of(profile.read(caller.actor()));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "changeMe",
            summary = "Change my name",
            description = "Changes the name that others see of the user behind the token.")
    @APIResponse(responseCode = "200", description = "The user after the change")
    @APIResponse(responseCode = "422", description = "account-refused")
    public UserJson change(ProfileJson changed) {
        return UserJson.of(profile.rename(caller.actor(), changed.displayName()));
    }
}

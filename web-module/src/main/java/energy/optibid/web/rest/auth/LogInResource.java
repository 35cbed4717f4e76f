package energy.optibid.web.rest.auth;

import energy.optibid.identity.LogIn;
import energy.optibid.identity.Visitor;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Log-in with address and password. */
@Path("auth/login")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class LogInResource {

    @Inject
    LogIn logIn;

    @Inject
    DeviceCookie device;

    @Inject
    LogInAnswers answers;

    @Inject
    LogInCounts counts;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "logIn",
            summary = "Log in",
            description = "Checks an e-mail address and its password. Gives an access token and, as a cookie, a refresh"
                    + " token; or a challenge, where a second factor or its enrolment is to follow. An unknown address"
                    + " and a wrong password are refused alike.")
    @APIResponseSchema(
            value = LogInAnswerJson.class,
            responseCode = "200",
            responseDescription = "The token and its user, or a challenge")
    @APIResponse(responseCode = "401", description = "log-in-refused")
    @APIResponse(responseCode = "429", description = "log-in-throttled, rate-limited")
    @APIResponse(responseCode = "503", description = "log-ins-busy")
    public Response logIn(LogInJson credentials, @Context HttpHeaders headers) {
        Visitor visitor = device.visitor(headers);
        return answers.of(counts.counted(() -> logIn.logIn(credentials.email(), credentials.password(), visitor)));
    }
}

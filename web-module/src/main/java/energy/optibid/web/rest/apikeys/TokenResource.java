package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.ApiKeys;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Access tokens for programs. */
@Path("auth/token")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class TokenResource {

    @Inject
    ApiKeys keys;

    @Inject
    Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "exchangeApiKey",
            summary = "Exchange an API key for a token",
            description = "Gives an access token of 15 minutes with those roles of the key that its user still has.")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(responseCode = "401", description = "api-key-refused")
    @APIResponse(responseCode = "429", description = "rate-limited")
    public TokenJson exchange(TokenRequestJson request) {
        return TokenJson.of(keys.exchange(request.apiKey(), caller.origin()));
    }
}

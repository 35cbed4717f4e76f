package energy.optibid.web.rest.sso;

import energy.optibid.identity.IdentityProvider;
import energy.optibid.identity.IdentityProviderNotFoundException;
import energy.optibid.identity.IdentityProviders;
import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the people of an organisation log in besides OptiBid. */
@Path("organisations/{id}/identity-provider")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RolesAllowed(Role.ADMINISTRATOR)
@Tag(name = "single sign-on")
public class IdentityProviderResource {

    @Inject
    IdentityProviders providers;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "readIdentityProvider",
            summary = "Read the identity provider",
            description = "The OpenID provider of your organisation, with its version as ETag. The client's secret is"
                    + " never given back.")
    @APIResponseSchema(
            value = IdentityProviderJson.class,
            responseCode = "200",
            responseDescription = "The identity provider")
    @APIResponse(responseCode = "404", description = "identity-provider-not-found, also for another organisation's")
    public Response read(@PathParam("id") UUID id) {
        return answer(providers.find(caller.actor(), id).orElseThrow(() -> new IdentityProviderNotFoundException(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putIdentityProvider",
            summary = "Set up the identity provider",
            description = "Stores the OpenID provider of your organisation, after its discovery document and its keys"
                    + " were read and checked. If-Match is needed where there is one already. Without clientSecret the"
                    + " stored one is kept, for the same issuer and client.")
    @APIResponseSchema(
            value = IdentityProviderJson.class,
            responseCode = "200",
            responseDescription = "The identity provider")
    @APIResponse(responseCode = "404", description = "identity-provider-not-found for another organisation's")
    @APIResponse(responseCode = "422", description = "identity-provider-refused")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            NewIdentityProviderJson provider) {
        Actor actor = caller.actor();
        boolean first = ifMatch == null && providers.find(actor, id).isEmpty();
        OptionalInt seen = first ? OptionalInt.empty() : OptionalInt.of(IfMatch.version(ifMatch));
        return answer(providers.put(actor, id, provider.settings(), seen));
    }

    @DELETE
    @Operation(
            operationId = "deleteIdentityProvider",
            summary = "Remove the identity provider",
            description = "Ends single sign-on of your organisation; accounts and sessions stay. Refused while the"
                    + " organisation's policy allows no password.")
    @APIResponse(responseCode = "204", description = "It is removed")
    @APIResponse(responseCode = "404", description = "identity-provider-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "identity-provider-needed")
    public Response delete(@PathParam("id") UUID id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        providers.delete(caller.actor(), id, IfMatch.version(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(IdentityProvider provider) {
        return Answered.ok(IdentityProviderJson.of(provider));
    }
}

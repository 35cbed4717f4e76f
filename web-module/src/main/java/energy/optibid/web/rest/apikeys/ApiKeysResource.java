package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.ApiKeys;
import energy.optibid.identity.CreatedApiKey;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's API keys; all of the organisation's for an administrator. Keys do not keep keys. */
@Path("api-keys")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "api-keys")
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
public class ApiKeysResource {

    @Inject
    ApiKeys keys;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @Operation(
            operationId = "listApiKeys",
            summary = "List the API keys",
            description = "Your keys, for an administrator all of the organisation, the newest first; without secrets.")
    @APIResponse(responseCode = "200", description = "The keys")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    public Items<ApiKeyJson> list() {
        return Items.all(keys.keys(caller.person()).stream()
                .map(key -> ApiKeyJson.of(key, clock.instant()))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description = "Makes a key that acts for you with some of your roles, and shows it once. Exchange it at"
                    + " /auth/token. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = CreatedApiKeyJson.class,
            responseCode = "201",
            responseDescription = "The key, its address in Location")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "422", description = "api-key-invalid")
    public Response create(NewApiKeyJson key, @Context UriInfo address) {
        return created(keys.create(caller.person(), key.newApiKey()), address);
    }

    @POST
    @Path("{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Replace an API key",
            description = "Makes a key like one of yours and shows it once; the old one lives on for the hours that are"
                    + " given. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = CreatedApiKeyJson.class,
            responseCode = "201",
            responseDescription = "The new key, its address in Location")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "404", description = "api-key-not-found, also for another's and one that has ended")
    @APIResponse(responseCode = "422", description = "api-key-invalid")
    public Response rotate(@PathParam("id") UUID id, RotationJson rotation, @Context UriInfo address) {
        return created(keys.rotate(caller.person(), id, rotation.overlapHours()), address);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "Ends a key at once, with the access tokens that it was exchanged for.")
    @APIResponse(responseCode = "204", description = "It has ended")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "404", description = "api-key-not-found, also for another's and one that has ended")
    public void revoke(@PathParam("id") UUID id) {
        keys.revoke(caller.person(), id);
    }

    private static Response created(CreatedApiKey created, UriInfo address) {
        return Response.created(address.getBaseUriBuilder()
                        .path("api-keys")
                        .path(created.key().id().toString())
                        .build())
                .entity(CreatedApiKeyJson.of(created))
                .build();
    }
}

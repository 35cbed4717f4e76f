package energy.optibid.web.rest.auth;

import energy.optibid.identity.Role;
import energy.optibid.identity.TokenKeys;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of the access tokens: for whoever verifies one, and for the operator who changes them. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class KeysResource {

    @Inject
    TokenKeys keys;

    @Inject
    Caller caller;

    @GET
    @Path("jwks")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "readKeySet",
            summary = "Keys that verify access tokens",
            description = "The public keys as a JSON Web Key Set (RFC 7517). May be kept for as long as Cache-Control"
                    + " says: a new key is published longer than that before it signs.")
    @APIResponseSchema(value = KeySetJson.class, responseCode = "200", responseDescription = "The keys")
    public Response published() {
        CacheControl kept = new CacheControl();
        kept.setMaxAge((int) keys.publishedFor().toSeconds());
        return Response.ok(KeySetJson.of(keys.keys())).cacheControl(kept).build();
    }

    @GET
    @Path("keys")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "listTokenKeys",
            summary = "List the keys of the access tokens",
            description = "Which one signs, which comes next and which are kept until their last token has expired.")
    @APIResponse(responseCode = "200", description = "All of them, the oldest first")
    public Items<TokenKeyJson> list() {
        return Items.all(keys.keys().stream().map(TokenKeyJson::of).toList());
    }

    @POST
    @Path("keys/change")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "changeTokenKey",
            summary = "Change the key of the access tokens",
            description = "Publishes a new key, which signs once everybody can know it. Nobody is logged out. Changes"
                    + " nothing where a new key is published already.")
    @APIResponse(responseCode = "200", description = "All keys, the oldest first")
    public Items<TokenKeyJson> change() {
        return Items.all(
                keys.change(caller.actor()).stream().map(TokenKeyJson::of).toList());
    }
}

package energy.optibid.web.rest.assets;

import energy.optibid.identity.Role;
import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.Portfolio;
import energy.optibid.web.rest.ETags;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The assets of the caller's organisation. */
@Path("assets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "assets")
public class AssetsResource {

    @Inject
    Portfolio portfolio;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listAssets",
            summary = "List the assets",
            description = "All assets of your organisation, by name.")
    @APIResponse(responseCode = "200", description = "The assets")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    public Items<AssetJson> list() {
        return Items.all(
                portfolio.assets(caller.actor()).stream().map(AssetJson::of).toList());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readAsset",
            summary = "Read an asset",
            description = "One asset of your organisation, with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The asset",
            headers = @Header(name = "ETag", description = "The version of the asset"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssetJson.class)))
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "404", description = "asset-not-found, also for another organisation's")
    public Response read(@PathParam("id") UUID id) {
        Asset asset = portfolio.asset(caller.actor(), id);
        return Response.ok(AssetJson.of(asset))
                .tag(ETags.ofVersion(asset.version()))
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "createAsset",
            summary = "Add a battery",
            description = "Adds a battery to your organisation. Accepts an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "The asset, its address in Location",
            headers = {
                @Header(name = "Location", description = "Address of the asset"),
                @Header(name = "ETag", description = "The version of the asset")
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssetJson.class)))
    @APIResponse(responseCode = "400", description = "malformed-json, invalid-body, invalid-header")
    @APIResponse(responseCode = "401", description = "not-authenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-flight")
    @APIResponse(responseCode = "413", description = "body-too-large")
    @APIResponse(responseCode = "422", description = "asset-refused, idempotency-key-reused")
    public Response create(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewAssetJson.class)))
                    NewAssetJson asset,
            @Context UriInfo address) {
        Asset created = portfolio.createAsset(caller.actor(), asset.newBattery());
        return Response.created(address.getAbsolutePathBuilder()
                        .path(created.id().toString())
                        .build())
                .tag(ETags.ofVersion(created.version()))
                .entity(AssetJson.of(created))
                .build();
    }
}

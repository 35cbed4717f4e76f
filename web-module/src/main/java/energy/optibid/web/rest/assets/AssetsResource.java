package energy.optibid.web.rest.assets;

import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetFilter;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.ListPosition;
import energy.optibid.portfolio.Portfolio;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.rest.PageQuery;
import energy.optibid.web.rest.json.MergePatch;
import energy.optibid.web.rest.table.ListFormat;
import energy.optibid.web.rest.table.Listing;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The assets of the caller's organisation. */
@Path("assets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "assets")
public class AssetsResource {
    private static final Listing<ListPosition, Asset, AssetJson> LISTING =
            new Listing<>("assets", AssetJson.class, AssetJson::of, asset -> NameCursor.of(asset.name(), asset.id()));

    @Inject
    Portfolio portfolio;

    @Inject
    Caller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listAssets",
            summary = "List the assets",
            description = "The assets of your organisation, by name. As CSV or XLSX, by Accept or format, all of"
                    + " them at once, up to 10,000.")
    @APIResponse(
            responseCode = "200",
            description = "A page of assets",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = AssetJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "403", description = "forbidden: includeDeleted is for administrators")
    public Response list(
            @Parameter(description = "Only those of this kind") @QueryParam("kind") @Nullable AssetKind kind,
            @Parameter(description = "Only those on this site") @QueryParam("siteId") @Nullable UUID siteId,
            @Parameter(description = "Also those that are only kept for their history; for administrators")
                    @QueryParam("includeDeleted")
                    @Nullable
                    Boolean includeDeleted,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        boolean deleted = Deleted.asked(actor, includeDeleted);
        PageQuery<ListPosition> page = PageQuery.of(limit, cursor, NameCursor::read);
        ListFormat form = ListFormat.of(format, headers);
        AssetFilter filter = new AssetFilter(Optional.ofNullable(kind), Optional.ofNullable(siteId), deleted);
        return LISTING.answer(form, page, (most, after) -> portfolio.assets(actor, filter, most, after));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readAsset",
            summary = "Read an asset",
            description = "One asset of your organisation, with its version as ETag.")
    @APIResponseSchema(value = AssetJson.class, responseCode = "200", responseDescription = "The asset")
    @APIResponse(responseCode = "403", description = "forbidden: includeDeleted is for administrators")
    @APIResponse(responseCode = "404", description = "asset-not-found, also for another organisation's")
    public Response read(
            @PathParam("id") UUID id,
            @Parameter(description = "Also where it is only kept for its history; for administrators")
                    @QueryParam("includeDeleted")
                    @Nullable
                    Boolean includeDeleted) {
        Actor actor = caller.actor();
        boolean deleted = Deleted.asked(actor, includeDeleted);
        return answer(deleted ? portfolio.assetOrDeleted(actor, id) : portfolio.asset(actor, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "createAsset",
            summary = "Add an asset",
            description =
                    "Adds a battery, a photovoltaic plant, a wind farm, a thermal unit, a hydropower plant or a"
                            + " flexible load to your organisation, with the one object of parameters that its kind names. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = AssetJson.class,
            responseCode = "201",
            responseDescription = "The asset, its address in Location")
    @APIResponse(responseCode = "422", description = "asset-refused")
    public Response create(NewAssetJson asset, @Context UriInfo address) {
        Asset created = portfolio.createAsset(caller.actor(), asset.details());
        return Answered.created(address, created.id(), AssetJson.of(created));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "changeAsset",
            summary = "Change an asset",
            description =
                    "A JSON merge patch: the fields that change, null for those that go; its kind cannot change. Bid runs"
                            + " that were started before keep what it was.")
    @APIResponseSchema(value = AssetJson.class, responseCode = "200", responseDescription = "The asset as it is now")
    @APIResponse(responseCode = "404", description = "asset-not-found, also for another organisation's")
    @APIResponse(responseCode = "422", description = "asset-refused")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @RequestBodySchema(NewAssetJson.class) MergePatch patch) {
        Actor actor = caller.actor();
        int version = IfMatch.version(ifMatch);
        NewAssetJson now = NewAssetJson.of(portfolio.assetAt(actor, id, version).details());
        return answer(
                portfolio.changeAsset(actor, id, version, patch.applyTo(now).details()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "deleteAsset",
            summary = "Delete an asset",
            description =
                    "Where bid runs name it, it is kept for them and only listed with includeDeleted; its name is free"
                            + " again.")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @APIResponse(responseCode = "404", description = "asset-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "asset-in-use")
    public void delete(@PathParam("id") UUID id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        portfolio.deleteAsset(caller.actor(), id, IfMatch.version(ifMatch));
    }

    private static Response answer(Asset asset) {
        return Answered.ok(AssetJson.of(asset));
    }
}

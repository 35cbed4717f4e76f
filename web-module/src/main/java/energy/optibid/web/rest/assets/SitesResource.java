package energy.optibid.web.rest.assets;

import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.portfolio.ListPosition;
import energy.optibid.portfolio.Site;
import energy.optibid.portfolio.Sites;
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

/** The sites of the caller's organisation. */
@Path("sites")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "sites")
public class SitesResource {
    private static final Listing<ListPosition, Site, SiteJson> LISTING =
            new Listing<>("sites", SiteJson.class, SiteJson::of, site -> NameCursor.of(site.name(), site.id()));

    @Inject
    Sites sites;

    @Inject
    Caller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listSites",
            summary = "List the sites",
            description = "The sites of your organisation, by name. As CSV or XLSX, by Accept or format, all of"
                    + " them at once, up to 10,000.")
    @APIResponse(
            responseCode = "200",
            description = "A page of sites",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = SiteJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "403", description = "forbidden: includeDeleted is for administrators")
    public Response list(
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
        return LISTING.answer(form, page, (most, after) -> sites.sites(actor, deleted, most, after));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readSite",
            summary = "Read a site",
            description = "One site of your organisation, with its version as ETag.")
    @APIResponseSchema(value = SiteJson.class, responseCode = "200", responseDescription = "The site")
    @APIResponse(responseCode = "403", description = "forbidden: includeDeleted is for administrators")
    @APIResponse(responseCode = "404", description = "site-not-found, also for another organisation's")
    public Response read(
            @PathParam("id") UUID id,
            @Parameter(description = "Also where it is only kept for its history; for administrators")
                    @QueryParam("includeDeleted")
                    @Nullable
                    Boolean includeDeleted) {
        Actor actor = caller.actor();
        boolean deleted = Deleted.asked(actor, includeDeleted);
        return answer(deleted ? sites.siteOrDeleted(actor, id) : sites.site(actor, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "createSite",
            summary = "Add a site",
            description =
                    "Adds a place with plant behind one grid connection to your organisation. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = SiteJson.class,
            responseCode = "201",
            responseDescription = "The site, its address in Location")
    @APIResponse(responseCode = "422", description = "site-refused")
    public Response create(NewSiteJson site, @Context UriInfo address) {
        Site created = sites.createSite(caller.actor(), site.details());
        return Answered.created(address, created.id(), SiteJson.of(created));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "changeSite",
            summary = "Change a site",
            description =
                    "A JSON merge patch: the fields that change, null for those that go. The zone cannot change while"
                            + " assets stand on it.")
    @APIResponseSchema(value = SiteJson.class, responseCode = "200", responseDescription = "The site as it is now")
    @APIResponse(responseCode = "404", description = "site-not-found, also for another organisation's")
    @APIResponse(responseCode = "422", description = "site-refused")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @RequestBodySchema(NewSiteJson.class) MergePatch patch) {
        Actor actor = caller.actor();
        int version = IfMatch.version(ifMatch);
        NewSiteJson now = NewSiteJson.of(sites.siteAt(actor, id, version).details());
        return answer(sites.changeSite(actor, id, version, patch.applyTo(now).details()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "deleteSite",
            summary = "Delete a site",
            description =
                    "Where deleted assets that are kept for their history stood on it, it is kept with them and only"
                            + " listed with includeDeleted; its name is free again.")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @APIResponse(responseCode = "404", description = "site-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "site-in-use")
    public void delete(@PathParam("id") UUID id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        sites.deleteSite(caller.actor(), id, IfMatch.version(ifMatch));
    }

    private static Response answer(Site site) {
        return Answered.ok(SiteJson.of(site));
    }
}

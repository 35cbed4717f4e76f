package energy.optibid.web.rest.organisations;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.Organisations;
import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Cursor;
import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.Limits;
import energy.optibid.web.rest.PageQuery;
import energy.optibid.web.rest.json.MergePatch;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The organisations: all for operators, for others their own. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "organisations")
public class OrganisationsResource {

    @Inject
    Organisations organisations;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listOrganisations",
            summary = "List the organisations",
            description = "For operators all of them, by name; for others their own.")
    @APIResponse(responseCode = "200", description = "A page of organisations")
    public Items<OrganisationJson> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<String> page = PageQuery.of(Limits.of(limit), cursor, Cursor::read);
        return page.page(
                organisations.organisations(caller.actor(), page.after().orElse(""), page.oneMore()),
                OrganisationJson::of,
                last -> Cursor.of(last.name()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "createOrganisation",
            summary = "Add an organisation",
            description = "Adds an organisation and invites its first administrator by mail; without a mail server the"
                    + " link is among the mails that wait. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = OrganisationJson.class,
            responseCode = "201",
            responseDescription = "The organisation, its address in Location")
    @APIResponse(responseCode = "422", description = "account-refused")
    public Response create(NewOrganisationJson wanted, @Context UriInfo address) {
        Organisation added =
                organisations.add(caller.actor(), wanted.organisation()).organisation();
        return Answered.created(address, added.id(), OrganisationJson.of(added));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readOrganisation",
            summary = "Read an organisation",
            description = "Your own, or as an operator any, with the version as ETag.")
    @APIResponseSchema(value = OrganisationJson.class, responseCode = "200", responseDescription = "The organisation")
    @APIResponse(responseCode = "404", description = "organisation-not-found, also for others than your own")
    public Response read(@PathParam("id") UUID id) {
        return answer(organisations.organisation(caller.actor(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "changeOrganisation",
            summary = "Change an organisation",
            description = "A JSON merge patch of name or policy. An operator also suspends, which ends all"
                    + " sessions of the organisation's users, and lifts a suspension.")
    @APIResponseSchema(
            value = OrganisationJson.class,
            responseCode = "200",
            responseDescription = "The organisation after the change")
    @APIResponse(responseCode = "403", description = "forbidden, role-not-grantable")
    @APIResponse(responseCode = "404", description = "organisation-not-found")
    @APIResponse(responseCode = "409", description = "own-organisation")
    @APIResponse(responseCode = "422", description = "account-refused")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @RequestBodySchema(OrganisationDetailsJson.class) MergePatch patch) {
        Actor actor = caller.actor();
        int version = IfMatch.version(ifMatch);
        OrganisationDetailsJson now = OrganisationDetailsJson.of(
                organisations.organisationAt(actor, id, version).details());
        return answer(
                organisations.change(actor, id, version, patch.applyTo(now).details()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "deleteOrganisation",
            summary = "Delete an organisation",
            description = "Deletes its users and frees its name; what it did stays.")
    @APIResponse(responseCode = "204", description = "The organisation is gone")
    @APIResponse(responseCode = "404", description = "organisation-not-found")
    @APIResponse(responseCode = "409", description = "own-organisation")
    public void delete(@PathParam("id") UUID id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        organisations.remove(caller.actor(), id, IfMatch.version(ifMatch));
    }

    private static Response answer(Organisation organisation) {
        return Answered.ok(OrganisationJson.of(organisation));
    }
}

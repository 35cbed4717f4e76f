package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelRegistry;
import energy.optibid.forecasting.ModelVersion;
import energy.optibid.forecasting.RegisteredModel;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Cursor;
import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.PageQuery;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The registered models of the caller's organisation, and their versions. */
@Path("models")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "models")
public class ModelsResource {

    @Inject
    ModelRegistry registry;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listModels",
            summary = "List the registered models",
            description = "The models of your organisation that have versions, by name.")
    @APIResponse(responseCode = "200", description = "A page of models")
    public Items<RegisteredModelJson> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<String> page = PageQuery.of(limit, cursor, Cursor::read);
        return page.page(
                registry.models(caller.actor(), page.oneMore(), page.after().orElse("")),
                RegisteredModelJson::of,
                (RegisteredModel last) -> Cursor.of(last.name()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "registerModel",
            summary = "Register a model run",
            description =
                    "Makes a finished run the next version of its model, in no stage. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = ModelVersionJson.class,
            responseCode = "201",
            responseDescription = "The version, its address in Location")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "model-run-not-registrable")
    @APIResponse(responseCode = "422", description = "model-refused")
    public Response register(NewVersionJson version, @Context UriInfo address) {
        ModelVersion registered = registry.register(caller.actor(), version.runId(), version.description());
        return Answered.created(
                address.getAbsolutePathBuilder()
                        .path("{model}/versions/{number}")
                        .build(registered.model(), registered.number()),
                ModelVersionJson.of(registered));
    }

    @GET
    @Path("{name}/versions")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listModelVersions",
            summary = "List the versions of a model",
            description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of versions")
    @APIResponse(responseCode = "404", description = "model-not-found, also for another organisation's")
    public Items<ModelVersionJson> versions(
            @PathParam("name") String name,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<Integer> page = PageQuery.of(limit, cursor, Places::read);
        return page.page(
                registry.versions(
                        caller.actor(), name, page.oneMore(), page.after().orElse(Integer.MAX_VALUE)),
                ModelVersionJson::of,
                (ModelVersion last) -> Places.of(last.number()));
    }

    @GET
    @Path("{name}/versions/{number}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readModelVersion",
            summary = "Read a version of a model",
            description = "One version, with the count of its changes as ETag.")
    @APIResponseSchema(value = ModelVersionJson.class, responseCode = "200", responseDescription = "The version")
    @APIResponse(responseCode = "404", description = "model-not-found, also for another organisation's")
    public Response version(@PathParam("name") String name, @PathParam("number") int number) {
        return answer(registry.version(caller.actor(), name, number));
    }

    @PUT
    @Path("{name}/versions/{number}/stage")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "stageModelVersion",
            summary = "Put a version of a model into a stage",
            description =
                    "One version of a model is in production: where this one comes there, the one before is archived.")
    @APIResponseSchema(
            value = ModelVersionJson.class,
            responseCode = "200",
            responseDescription = "The version as it is now")
    @APIResponse(responseCode = "404", description = "model-not-found, also for another organisation's")
    public Response stage(
            @PathParam("name") String name,
            @PathParam("number") int number,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            StageJson stage) {
        return answer(registry.stage(caller.actor(), name, number, IfMatch.version(ifMatch), stage.stage()));
    }

    private static Response answer(ModelVersion version) {
        return Answered.ok(ModelVersionJson.of(version));
    }
}

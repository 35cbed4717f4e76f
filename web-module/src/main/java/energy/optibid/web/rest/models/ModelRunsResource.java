package energy.optibid.web.rest.models;

import energy.optibid.forecasting.LoggedMetric;
import energy.optibid.forecasting.ModelRegistry;
import energy.optibid.forecasting.ModelRun;
import energy.optibid.forecasting.ModelRunFilter;
import energy.optibid.forecasting.ModelRunState;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.PageQuery;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The trainings of models of the caller's organisation. */
@Path("model-runs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "models")
public class ModelRunsResource {

    @Inject
    ModelRegistry registry;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listModelRuns",
            summary = "List the model runs",
            description = "The trainings of models of your organisation, newest first.")
    @APIResponse(responseCode = "200", description = "A page of model runs")
    public Items<ModelRunSummaryJson> list(
            @Parameter(description = "Only those of this model") @QueryParam("model") @Nullable String model,
            @Parameter(description = "Only those in this state") @QueryParam("state") @Nullable ModelRunState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable UUID cursor) {
        int most = PageQuery.<UUID>of(limit, null, none -> Optional.empty()).limit();
        PageQuery<UUID> page = new PageQuery<>(most, Optional.ofNullable(cursor));
        ModelRunFilter filter = new ModelRunFilter(Optional.ofNullable(model), Optional.ofNullable(state));
        return page.page(
                registry.runs(caller.actor(), filter, page.oneMore(), page.after()),
                ModelRunSummaryJson::of,
                last -> last.id().toString());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readModelRun",
            summary = "Read a model run",
            description = "One training with its parameters, the last measurement of each name, its artefacts, and how"
                    + " far it is copied to MLflow.")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    public ModelRunJson read(@PathParam("id") UUID id) {
        return ModelRunJson.of(registry.run(caller.actor(), id));
    }

    @GET
    @Path("{id}/metrics")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listModelRunMetrics",
            summary = "List the measurements of a model run",
            description = "All measurements, in the order in which they were told.")
    @APIResponse(responseCode = "200", description = "A page of measurements")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    public Items<RunMetricJson> metrics(
            @PathParam("id") UUID id,
            @Parameter(description = "Only those of this name") @QueryParam("name") @Nullable String name,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<Integer> page = PageQuery.of(limit, cursor, Places::read);
        return page.page(
                registry.metrics(
                        caller.actor(),
                        id,
                        Optional.ofNullable(name),
                        page.oneMore(),
                        page.after().orElse(0)),
                each -> RunMetricJson.of(each.metric()),
                (LoggedMetric last) -> Places.of(last.place()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "startModelRun",
            summary = "Begin a model run",
            description = "A training of a model, with what it is started with. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = ModelRunJson.class,
            responseCode = "201",
            responseDescription = "The run, its address in Location")
    @APIResponse(responseCode = "422", description = "model-refused")
    public Response start(NewModelRunJson run, @Context UriInfo address) {
        ModelRun started = registry.startRun(caller.actor(), run.run());
        return Answered.created(address, started.summary().id(), ModelRunJson.of(started));
    }

    @POST
    @Path("{id}/log")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "logToModelRun",
            summary = "Add to a model run",
            description = "Adds parameters and measurements, all of them or none, while the run has not ended. Send an"
                    + " Idempotency-Key, so that a repeated request does not add measurements twice.")
    @APIResponse(responseCode = "200", description = "The run as it is now")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "model-run-ended")
    @APIResponse(responseCode = "422", description = "model-refused")
    public ModelRunSummaryJson log(@PathParam("id") UUID id, RunLogJson log) {
        return ModelRunSummaryJson.of(registry.log(caller.actor(), id, log.values(clock.instant())));
    }

    @POST
    @Path("{id}/finish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "finishModelRun",
            summary = "End a model run",
            description = "The training has finished or failed; from then on nothing of the run changes.")
    @APIResponse(responseCode = "200", description = "The run as it is from now on")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "model-run-ended")
    public ModelRunJson finish(@PathParam("id") UUID id, RunEndJson end) {
        return ModelRunJson.of(registry.endRun(caller.actor(), id, end.state() == RunOutcome.FAILED));
    }

    @POST
    @Path("{id}/mirror")
    @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "mirrorModelRun",
            summary = "Copy a model run to MLflow again",
            description =
                    "For a run that MLflow refused or has lost. It is copied in the background, where MLflow is on.")
    @APIResponseSchema(
            value = ModelRunJson.class,
            responseCode = "202",
            responseDescription = "The run, whose copy waits now")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    public Response mirror(@PathParam("id") UUID id) {
        return Response.accepted(ModelRunJson.of(registry.mirrorAgain(caller.actor(), id)))
                .build();
    }
}

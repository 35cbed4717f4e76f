package energy.optibid.web.rest.bidruns;

import energy.optibid.bidding.BidDesk;
import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.Limits;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The bid runs of the caller's organisation. */
@Path("bid-runs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "bid-runs")
public class BidRunsResource {
    @Inject
    BidDesk desk;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listBidRuns",
            summary = "List the bid runs",
            description = "The bid runs of your organisation, newest first.")
    @APIResponse(responseCode = "200", description = "A page of bid runs")
    public Items<BidRunSummaryJson> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable UUID cursor) {
        PageQuery<UUID> page = new PageQuery<>(Limits.of(limit), Optional.ofNullable(cursor));
        return page.page(
                desk.runs(caller.actor(), page.oneMore(), page.after()),
                BidRunSummaryJson::of,
                last -> last.id().toString());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readBidRun",
            summary = "Follow a bid run",
            description = "How far the run is and all that it has made: forecast, schedule with state of charge, bids, "
                    + "accepted quantities and prices, profit and loss by period, and what perfect foresight would have "
                    + "earned. What is not there yet is left out. Power is in MW, positive for sale and discharge.")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "bid-run-not-found, also for another organisation's")
    public BidRunJson read(@PathParam("id") UUID id) {
        return BidRunJson.of(desk.run(caller.actor(), id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "startBidRun",
            summary = "Start a bid run",
            description =
                    "Queues a run for one battery, product and delivery day. It uses what was known at asOf: unless "
                            + "given, now, or for a day whose gate has closed the last minute before its closure. Accepts an "
                            + "Idempotency-Key.")
    @APIResponse(
            responseCode = "202",
            description = "The queued run, its address in Location",
            headers = @Header(name = "Location", description = "Address of the run"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BidRunJson.class)))
    @APIResponse(responseCode = "404", description = "asset-not-found, also for another organisation's")
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, no-rules, product-not-traded, as-of-in-future, gate-closed, "
                    + "not-enough-history, unknown-forecaster, state-of-charge-out-of-range, end-state-contradicted")
    public Response start(NewBidRunJson run, @Context UriInfo address) {
        Actor actor = caller.actor();
        UUID id = desk.startRun(actor, run.request());
        return Response.accepted(BidRunJson.of(desk.run(actor, id)))
                .location(address.getAbsolutePathBuilder().path(id.toString()).build())
                .build();
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed({Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "cancelBidRun",
            summary = "Cancel a bid run",
            description = "Ends the run before its next step and withdraws its bids.")
    @APIResponseSchema(
            value = BidRunJson.class,
            responseCode = "202",
            responseDescription = "The run; its state is cancelled now or after the step that runs")
    @APIResponse(responseCode = "404", description = "bid-run-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "bid-run-finished")
    @APIResponse(responseCode = "422", description = "gate-closed")
    public Response cancel(@PathParam("id") UUID id) {
        Actor actor = caller.actor();
        desk.cancel(actor, id);
        return Response.accepted(BidRunJson.of(desk.run(actor, id))).build();
    }
}

package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.AnalyticsCopy;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The copy of prices, bids, results and forecasts in ClickHouse, for operators. */
@Path("analytics/copy")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "analytics")
public class CopyResource {

    @Inject
    AnalyticsCopy copy;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "readAnalyticsCopy",
            summary = "Read how far the copy in ClickHouse is",
            description =
                    "Analytics come from ClickHouse while it is available and has every price, else from PostgreSQL.")
    @APIResponse(responseCode = "200", description = "The state of the copy")
    public CopyStatusJson status() {
        return CopyStatusJson.of(copy.status());
    }

    @POST
    @Path("comparison")
    @Operation(
            operationId = "compareAnalyticsCopy",
            summary = "Compare the copy in ClickHouse with PostgreSQL",
            description =
                    "Brings the copy up to date, then compares counts and sums of each table, product, zone and month. With"
                            + " repair=true months that differ are copied anew. Takes some seconds for millions of prices.")
    @APIResponse(responseCode = "200", description = "The months that differ, or differed; none where all is equal")
    @APIResponse(responseCode = "409", description = "clickhouse-needed")
    public Items<CopyDifferenceJson> compare(
            @Parameter(description = "Whether to copy months anew that differ; not unless given")
                    @QueryParam("repair")
                    @Nullable
                    Boolean repair) {
        return Items.all(copy.compare(caller.actor(), Boolean.TRUE.equals(repair)).stream()
                .map(CopyDifferenceJson::of)
                .toList());
    }

    @POST
    @Path("refill")
    @Operation(
            operationId = "refillAnalyticsCopy",
            summary = "Have the copy in ClickHouse made anew",
            description = "In the background, from everything in PostgreSQL, which serves analytics until it is done.")
    @APIResponse(responseCode = "200", description = "The state of the copy")
    @APIResponse(responseCode = "409", description = "clickhouse-needed")
    public CopyStatusJson refill() {
        copy.refill(caller.actor());
        return CopyStatusJson.of(copy.status());
    }
}

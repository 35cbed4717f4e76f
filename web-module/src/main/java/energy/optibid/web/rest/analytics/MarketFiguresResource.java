package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.MarketAnalytics;
import energy.optibid.analytics.MarketQuery;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.table.ListFormat;
import energy.optibid.web.rest.table.Table;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Mean, extremes, volatility and volume of a market. */
@Path("analytics/market")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "analytics")
public class MarketFiguresResource {

    @Inject
    MarketAnalytics analytics;

    @Inject
    Caller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @Operation(
            operationId = "readMarketFigures",
            summary = "Read figures of a market",
            description =
                    "Mean, extremes and standard deviation of the best known prices, and your organisation's volume, by zone and"
                            + " bucket, and by zone over the whole range. At most 10,000 rows. The answer says which engine"
                            + " served it and how fresh it is.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MarketFiguresJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, unknown-zone, product-not-traded, no-rules, too-many-points")
    public Response market(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of a zone; repeat it for several, up to 50")
                    @QueryParam("zone")
                    List<String> zones,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included") @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @Parameter(description = "What to sum up by; day unless given") @QueryParam("bucket") @Nullable
                    Bucket bucket,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        MarketQuery query = Queries.of(product, zones, firstDeliveryDate, lastDeliveryDate);
        Bucket by = bucket == null ? Bucket.DAY : bucket;
        MarketFiguresJson figures = MarketFiguresJson.of(analytics.market(caller.actor(), query, by));
        Queries.requireFew(figures.items().size(), ListFormat.MAX_ROWS);
        ListFormat form = ListFormat.of(format, headers);
        return form == ListFormat.JSON
                ? Response.ok(figures, MediaType.APPLICATION_JSON).build()
                : new Table<>(MarketRowJson.class, figures.items()).answer(form, "market-figures");
    }
}

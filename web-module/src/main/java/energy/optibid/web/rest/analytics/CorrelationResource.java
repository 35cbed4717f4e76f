package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.MarketAnalytics;
import energy.optibid.analytics.MarketQuery;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.table.ListFormat;
import energy.optibid.web.rest.table.Table;
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

/** How the prices of zones go together. */
@Path("analytics/correlation")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "analytics")
public class CorrelationResource {

    @Inject
    MarketAnalytics analytics;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @Operation(
            operationId = "readCorrelation",
            summary = "Correlate the prices of zones",
            description =
                    "Pearson's correlation of the hourly mean prices of each pair of zones, over the hours in which both have a"
                            + " price, and how many those are.")
    @APIResponse(
            responseCode = "200",
            description = "The matrix",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CorrelationReportJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, unknown-zone, product-not-traded, no-rules, too-many-points")
    public Response correlation(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of a zone; repeat it for several, up to 50")
                    @QueryParam("zone")
                    List<String> zones,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included") @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        MarketQuery query = Queries.of(product, zones, firstDeliveryDate, lastDeliveryDate);
        CorrelationReportJson report = CorrelationReportJson.of(analytics.correlation(query));
        ListFormat form = ListFormat.of(format, headers);
        return form == ListFormat.JSON
                ? Response.ok(report, MediaType.APPLICATION_JSON).build()
                : new Table<>(CorrelationPairJson.class, report.items()).answer(form, "correlation");
    }
}

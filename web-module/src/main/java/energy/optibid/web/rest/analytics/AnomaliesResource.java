package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.AnomalySearch;
import energy.optibid.analytics.MarketAnalytics;
import energy.optibid.analytics.MarketQuery;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.problem.Finding;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices that are far from what they were at the same hour of the week. */
@Path("analytics/anomalies")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "analytics")
public class AnomaliesResource {

    @Inject
    MarketAnalytics analytics;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @Operation(
            operationId = "listAnomalies",
            summary = "List unusual prices",
            description =
                    "Compares each hour with the same hour of the week, by the market's clock, in the weeks before it, by a"
                            + " robust z-score: distance from the median over the median absolute deviation. Each item says"
                            + " why in words and numbers. At most 10,000 items.")
    @APIResponse(
            responseCode = "200",
            description = "The unusual hours",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AnomalyReportJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, unknown-zone, product-not-traded, no-rules, too-many-points")
    public Response list(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of a zone; repeat it for several, up to 50")
                    @QueryParam("zone")
                    List<String> zones,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included") @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @Parameter(description = "How many weeks before to compare with, 4 to 52; 8 unless given")
                    @QueryParam("weeks")
                    @Nullable
                    Integer weeks,
            @Parameter(description = "Least distance in robust standard deviations, more than 0; 3.5 unless given")
                    @QueryParam("threshold")
                    @Nullable
                    BigDecimal threshold,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        MarketQuery query = Queries.of(product, zones, firstDeliveryDate, lastDeliveryDate);
        int before = weeks == null ? AnomalySearch.DEFAULT_WEEKS : weeks;
        BigDecimal least = threshold == null ? AnomalySearch.DEFAULT_THRESHOLD : threshold;
        check(before, least);
        AnomalyReportJson report = AnomalyReportJson.of(analytics.anomalies(query, before, least));
        Queries.requireFew(report.items().size(), ListFormat.MAX_ROWS);
        ListFormat form = ListFormat.of(format, headers);
        return form == ListFormat.JSON
                ? Response.ok(report, MediaType.APPLICATION_JSON).build()
                : new Table<>(AnomalyJson.class, report.items()).answer(form, "anomalies");
    }

    private static void check(int weeks, BigDecimal threshold) {
        List<Finding> findings = new ArrayList<>();
        if (weeks < 4 || weeks > 52) {
            findings.add(Queries.invalid("weeks", "weeks must be 4 to 52", weeks));
        }
        if (threshold.signum() <= 0) {
            findings.add(Queries.invalid("threshold", "threshold must be more than 0", threshold));
        }
        Queries.require(findings);
    }
}

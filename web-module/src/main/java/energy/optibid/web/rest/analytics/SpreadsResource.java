package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.PriceFigures;
import energy.optibid.analytics.SpreadQuery;
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

/** How far the prices of zones are apart. */
@Path("market-data/spreads")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "market data")
public class SpreadsResource {

    @Inject
    PriceFigures figures;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @Operation(
            operationId = "readPriceSpreads",
            summary = "Compare the prices of zones",
            description =
                    "The price of the first zone minus that of the other, of each pair in the order of zones, or of each zone"
                            + " against the reference, over the periods in which both have a price. Where one has longer"
                            + " periods, the other's prices are averaged over each of them, if they cover the whole of it."
                            + " Means are by time and rounded half-even to six digits; everything else is exact.")
    @APIResponse(
            responseCode = "200",
            description = "The spreads",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SpreadReportJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, unknown-zone, product-not-traded, no-rules, too-many-points")
    public Response spreads(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of a zone; repeated, for 2 to 20 different ones")
                    @QueryParam("zone")
                    List<String> zones,
            @Parameter(description = "One of the zones, against which all others are told; every pair unless given")
                    @QueryParam("reference")
                    @Nullable
                    String reference,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included") @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        SpreadQuery query = Queries.ofSpreads(product, zones, reference, firstDeliveryDate, lastDeliveryDate);
        SpreadReportJson report = SpreadReportJson.of(figures.spreads(query));
        ListFormat form = ListFormat.of(format, headers);
        return form == ListFormat.JSON
                ? Response.ok(report, MediaType.APPLICATION_JSON).build()
                : new Table<>(SpreadJson.class, report.items()).answer(form, "spreads");
    }
}

package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.DurationCurve;
import energy.optibid.analytics.PriceFigures;
import energy.optibid.analytics.ZoneQuery;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The prices of a zone from the greatest down. */
@Path("market-data/duration-curve")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "market data")
public class DurationCurveResource {

    @Inject
    PriceFigures figures;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @Operation(
            operationId = "readDurationCurve",
            summary = "Read the duration curve of prices",
            description =
                    "For how much of the time the price was at least so much, in columns. Every price where there are"
                            + " no more periods than points; else a sample at shares from 0, the greatest price, to 1, the least."
                            + " Prices are exact, shares rounded half-even to six digits. At most ten years.")
    @APIResponse(
            responseCode = "200",
            description = "The curve",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DurationCurveJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", description = "unknown-product, unknown-zone, product-not-traded, no-rules")
    public Response curve(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included") @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @Parameter(description = "At most so many points, 2 to 10,000; 100 unless given")
                    @QueryParam("points")
                    @Nullable
                    Integer points,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        ZoneQuery query = Queries.ofZone(product, zone, firstDeliveryDate, lastDeliveryDate);
        DurationCurve curve = figures.durationCurve(query, Queries.points(points));
        ListFormat form = ListFormat.of(format, headers);
        return form == ListFormat.JSON
                ? Response.ok(DurationCurveJson.of(curve), MediaType.APPLICATION_JSON)
                        .build()
                : new Table<>(DurationPointJson.class, DurationPointJson.of(curve)).answer(form, "duration-curve");
    }
}

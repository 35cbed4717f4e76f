package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.DataQuality;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
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

/** Whether the series of a zone can be trusted. */
@Path("market-data/quality")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "market data")
public class DataQualityResource {

    @Inject
    DataQuality quality;

    @GET
    @Produces({MediaType.APPLICATION_JSON, ListFormat.CSV_TYPE, ListFormat.XLSX_TYPE})
    @Operation(
            operationId = "readDataQuality",
            summary = "Read the quality of series",
            description =
                    "Of each series the gaps, duplicates, revisions, late values, values out of range, values that stay the"
                            + " same, and mistakes of the days on which the clock changes, by the rules of each day: how many"
                            + " in all, and the first of each kind. The files have the findings alone.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DataQualityJson.class)),
                @Content(mediaType = ListFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = ListFormat.XLSX_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "422",
            description = "unknown-product, unknown-zone, product-not-traded, no-rules, too-many-points")
    public Response quality(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone,
            @Parameter(
                            description =
                                    "price, or the name of a fundamental; repeat it for several, up to 50; all that the zone has"
                                            + " unless given")
                    @QueryParam("series")
                    List<String> series,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included; at most 366 days")
                    @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @Parameter(description = "From how many hours on a value may not stay the same, 1 to 168; 6 unless given")
                    @QueryParam("frozenHours")
                    @Nullable
                    Integer frozenHours,
            @Parameter(description = "At most so many findings of each kind and series, 1 to 500; 50 unless given")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @QueryParam("format") @Nullable ListFormat format,
            @Context HttpHeaders headers) {
        QualityParameters parameters =
                new QualityParameters(product, zone, series, firstDeliveryDate, lastDeliveryDate, frozenHours, limit);
        DataQualityJson report = DataQualityJson.of(quality.report(parameters.query()));
        List<QualityFindingJson> findings = report.findings();
        requireFew(findings.size());
        ListFormat form = ListFormat.of(format, headers);
        return form == ListFormat.JSON
                ? Response.ok(report, MediaType.APPLICATION_JSON).build()
                : new Table<>(QualityFindingJson.class, findings).answer(form, "data-quality");
    }

    private static void requireFew(int findings) {
        if (findings > ListFormat.MAX_ROWS) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_POINTS,
                    "The answer would have %,d findings; at most %,d are answered at once"
                            .formatted(findings, ListFormat.MAX_ROWS));
        }
    }
}

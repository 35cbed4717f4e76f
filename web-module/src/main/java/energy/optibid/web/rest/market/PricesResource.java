package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceBook;
import energy.optibid.market.PricePage;
import energy.optibid.market.PricePoint;
import energy.optibid.market.Resolution;
import energy.optibid.web.rest.IfNoneMatch;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Published prices. */
@Path("market-data")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "market data")
public class PricesResource {
    @Inject
    PriceBook prices;

    @Inject
    Markets markets;

    @GET
    @Path("history")
    @Produces({MediaType.APPLICATION_JSON, CsvTypes.CSV, CsvTypes.XLSX, CsvTypes.ARROW})
    @Operation(
            operationId = "readPriceHistory",
            summary = "Read prices",
            description =
                    "Prices of the periods that start in [from, to), in columns, as CSV, workbook or Arrow stream by Accept"
                            + " or format; with asOf as they were known at that instant, with resolution by quarter of an"
                            + " hour, hour, day or month of the market's time zone, the mean by time of longer ones. At"
                            + " most 10,000 periods at once: next is the cursor of the next page, and a file's answer has"
                            + " it in a Link header. The ETag changes with each import that changes a price of the zone.")
    @APIResponse(
            responseCode = "200",
            description = "The prices",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PriceHistoryJson.class)),
                @Content(mediaType = CsvTypes.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CsvTypes.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = CsvTypes.ARROW, schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "No price of the zone has changed since If-None-Match")
    @APIResponse(responseCode = "422", description = "unknown-product, unknown-zone, product-not-traded")
    public Response history(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone,
            @Parameter(required = true, description = "First start of a period") @QueryParam("from") Instant from,
            @Parameter(required = true, description = "First start after them") @QueryParam("to") Instant to,
            @Parameter(description = "As known at this instant; the best knowledge unless given")
                    @QueryParam("asOf")
                    @Nullable
                    Instant asOf,
            @Parameter(description = "What the prices are read by; as they are stored unless given")
                    @QueryParam("resolution")
                    @Nullable
                    Resolution resolution,
            @QueryParam("format") @Nullable HistoryFormat format,
            @Parameter(description = "At most so many periods, 1 to 10,000") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        HistoryQuery query = new HistoryQuery(
                product,
                zone,
                from,
                to,
                Optional.ofNullable(asOf),
                Optional.ofNullable(resolution),
                HistoryQuery.page(limit, cursor));
        HistoryFormat form = HistoryFormat.of(format, headers);
        // Before the prices: what is imported between the two is then sent again, never kept back.
        Optional<EntityTag> tag = prices.lastChange(product, zone).map(change -> new EntityTag(change + suffix(form)));
        return IfNoneMatch.answer(headers, tag, () -> answer(query, form, uri));
    }

    private static String suffix(HistoryFormat form) {
        return form == HistoryFormat.JSON ? "" : "-" + form.name().toLowerCase(Locale.ROOT);
    }

    private Response.ResponseBuilder answer(HistoryQuery query, HistoryFormat form, UriInfo uri) {
        String currency = currency(query.zone());
        PricePage page = prices.page(query.query());
        if (form == HistoryFormat.JSON) {
            return Response.ok(PriceHistoryJson.of(query, currency, page), form.mediaType());
        }
        Response.ResponseBuilder answer = Response.ok(file(query, form, currency, page), form.mediaType());
        page.next()
                .map(next -> uri.getRequestUriBuilder().replaceQueryParam("cursor", HistoryQuery.cursor(next)))
                .ifPresent(next -> answer.link(next.build(), "next"));
        return answer;
    }

    private static Object file(HistoryQuery query, HistoryFormat form, String currency, PricePage page) {
        String unit = currency + "/MWh";
        List<PricePoint> points = page.points();
        return switch (form) {
            case XLSX -> (StreamingOutput) out -> HistorySheet.write(points, unit, out);
            case ARROW -> (StreamingOutput) out -> HistoryArrow.write(query, points, unit, out);
            case JSON, CSV -> PriceHistoryJson.of(query, currency, page).csv();
        };
    }

    @GET
    @Path("latest")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readLatestPrice",
            summary = "Read the latest price",
            description = "The price of the last delivery period that is stored.")
    @APIResponse(responseCode = "200", description = "The price")
    @APIResponse(responseCode = "404", description = "no-prices")
    @APIResponse(responseCode = "422", description = "unknown-product, unknown-zone, product-not-traded")
    public PriceJson latest(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone) {
        return prices.latest(product, zone)
                .map(price -> PriceJson.of(product, zone, currency(zone), price))
                .orElseThrow(() -> new ProblemException(ProblemCode.NO_PRICES));
    }

    @GET
    @Path("coverage")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPriceCoverage",
            summary = "Which days have prices",
            description = "First and last delivery day with a price; neither where there is none.")
    @APIResponse(responseCode = "200", description = "The days")
    @APIResponse(responseCode = "422", description = "unknown-product, unknown-zone, product-not-traded")
    public CoverageJson coverage(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone) {
        return CoverageJson.of(product, zone, prices.coverage(product, zone));
    }

    private String currency(String zone) {
        return markets.zone(zone).currency();
    }
}

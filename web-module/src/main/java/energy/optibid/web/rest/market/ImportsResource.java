package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.ImportReport;
import energy.optibid.market.MarketDataImports;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Imports of market data: the body is the file itself, read while it arrives; the query says how to read it. */
@Path("market-data/imports")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "market data")
public class ImportsResource {

    @Inject
    MarketDataImports imports;

    @Inject
    Caller caller;

    @POST
    @Consumes({CsvTypes.CSV, CsvTypes.XLSX, CsvTypes.ZIP, CsvTypes.GZIP, CsvTypes.GZIP_BEFORE_RFC_6713})
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importMarketData",
            summary = "Import prices and fundamentals",
            description =
                    "Stores the rows of a CSV, gzipped, zipped or neither, or of the first sheet of a workbook (XLSX): all of"
                            + " them or none. A column is a header name, or a"
                            + " position from 1 where it consists of digits. Accepts an Idempotency-Key.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CsvTypes.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CsvTypes.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = CsvTypes.GZIP, schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponseSchema(value = ImportJson.class, responseCode = "201", responseDescription = "What was stored")
    @APIResponse(
            responseCode = "422",
            description = "import-refused with each line, unknown-product, unknown-zone, product-not-traded")
    public Response create(
            @Parameter(required = true, description = "Code of the product", example = "SDAC") @QueryParam("product")
                    String product,
            @Parameter(required = true, description = "Code of the zone", example = "DE_LU") @QueryParam("zone")
                    String zone,
            @Parameter(required = true, description = "Column of the period's start") @QueryParam("time") String time,
            @Parameter(
                            required = true,
                            description = "Of local times: an IANA zone or a fixed offset",
                            example = "Europe/Berlin")
                    @QueryParam("timeZone")
                    String timeZone,
            @Parameter(description = "Column of the price per MWh") @QueryParam("price") @Nullable String price,
            @Parameter(description = "Column of the instant from which on the row was known")
                    @QueryParam("knownAt")
                    @Nullable
                    String knownAt,
            @Parameter(description = "series:column of a fundamental in MW, repeatable") @QueryParam("fundamental")
                    List<String> fundamentals,
            @Parameter(description = "Between columns; found out unless given") @QueryParam("delimiter") @Nullable
                    String delimiter,
            @Parameter(description = "Decimal separator; a point unless given") @QueryParam("decimal") @Nullable
                    String decimal,
            @Parameter(description = "Pattern of the time") @QueryParam("timeFormat") @Nullable String timeFormat,
            @Parameter(description = "Length of a period: 15, 30 or 60; the product's unless given")
                    @QueryParam("minutes")
                    @Nullable
                    Integer minutes,
            @Parameter(description = "The file comes from the simulator; in development only")
                    @QueryParam("simulated")
                    @DefaultValue("false")
                    boolean simulated,
            @Context UriInfo address,
            InputStream file) {
        MappingQuery query = new MappingQuery(product, zone, time, timeZone)
                .price(Optional.ofNullable(price))
                .knownAt(Optional.ofNullable(knownAt))
                .fundamentals(fundamentals)
                .delimiter(Optional.ofNullable(delimiter))
                .decimal(Optional.ofNullable(decimal))
                .timeFormat(Optional.ofNullable(timeFormat))
                .minutes(Optional.ofNullable(minutes))
                .simulated(simulated);
        ImportReport report = imports.importCsv(caller.actor(), query.mapping(), file);
        return Answered.created(address, report.id(), ImportJson.of(report));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readImport",
            summary = "Read an import's report",
            description = "What an import of market data changed.")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "404", description = "import-not-found")
    public ImportJson read(@PathParam("id") UUID id) {
        return ImportJson.of(imports.report(id));
    }
}

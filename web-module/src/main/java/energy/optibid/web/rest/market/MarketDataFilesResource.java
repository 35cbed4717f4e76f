package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.FileReport;
import energy.optibid.market.MarketDataImports;
import energy.optibid.market.PriceFileKind;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Cursor;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.Limits;
import energy.optibid.web.rest.PageQuery;
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

/** Files of many zones, and their rows that do not fit. */
@Path("market-data/files")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "market data")
public class MarketDataFilesResource {

    @Inject
    MarketDataImports imports;

    @Inject
    Caller caller;

    @POST
    @Consumes({
        CsvTypes.CSV,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_XML,
        CsvTypes.XLSX,
        CsvTypes.ZIP,
        CsvTypes.GZIP,
        CsvTypes.GZIP_BEFORE_RFC_6713
    })
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importMarketDataFile",
            summary = "Import a file of an operator",
            description =
                    "Stores the prices of all zones of a product from a file as its operator published it, gzipped, zipped or"
                            + " neither. A row that does not fit goes to the quarantine with its reason. The same file twice"
                            + " changes nothing. Accepts an Idempotency-Key.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = CsvTypes.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CsvTypes.XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = CsvTypes.ZIP, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = CsvTypes.GZIP, schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponseSchema(
            value = FileReportJson.class,
            responseCode = "201",
            responseDescription = "What was stored, zone by zone; Location is the quarantine")
    @APIResponse(responseCode = "422", description = "import-refused where it is no such file, unknown-product")
    public Response create(
            @Parameter(
                            description = "What kind of file it is. All but the first are unverified: no file of the"
                                    + " operator was at hand when their reader was written")
                    @QueryParam("kind")
                    @DefaultValue("entsoe-day-ahead-prices")
                    PriceFileKind kind,
            @Parameter(
                            description = "Code of the product whose prices are taken; that of the kind unless given",
                            example = "IEX_RTM")
                    @QueryParam("product")
                    @Nullable
                    String product,
            @Context UriInfo address,
            InputStream file) {
        FileReport report =
                imports.importFile(caller.actor(), kind, product == null ? kind.productCode() : product, file);
        return Answered.created(
                address.getAbsolutePathBuilder()
                        .path(report.file().id().toString())
                        .path("quarantine")
                        .build(),
                FileReportJson.of(report));
    }

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listMarketDataFiles",
            summary = "List the files of market data",
            description = "Files of many zones, the newest first, with how many of their rows are in the quarantine.")
    @APIResponse(responseCode = "200", description = "The newest files")
    public Items<MarketDataFileJson> list(
            @Parameter(description = "At most so many, 1 to 500") @QueryParam("limit") @Nullable Integer limit) {
        return Items.all(imports.files(Limits.of(limit)).stream()
                .map(MarketDataFileJson::of)
                .toList());
    }

    @GET
    @Path("{id}/quarantine")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listQuarantinedRows",
            summary = "List the rows of a file that do not fit",
            description = "By line, each with its reason and as it came.")
    @APIResponse(responseCode = "200", description = "A page of rows")
    @APIResponse(responseCode = "404", description = "file-not-found")
    public Items<QuarantinedRowJson> quarantine(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<Integer> page = PageQuery.of(limit, cursor, MarketDataFilesResource::line);
        return page.page(
                imports.quarantined(id, page.after().orElse(0), page.oneMore()),
                QuarantinedRowJson::of,
                last -> Cursor.of(Integer.toString(last.line())));
    }

    private static Optional<Integer> line(String cursor) {
        return Cursor.read(cursor).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }
}

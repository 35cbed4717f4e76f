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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents of the ENTSO-E Transparency Platform: the body is the document itself. */
@Path("market-data/entsoe-documents")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "market data")
public class EntsoeDocumentsResource {

    @Inject
    MarketDataImports imports;

    @Inject
    Caller caller;

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, CsvTypes.GZIP, CsvTypes.GZIP_BEFORE_RFC_6713})
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "importEntsoeDocument",
            summary = "Import a document of ENTSO-E",
            description =
                    "Stores day-ahead prices (A44), load and its forecast (A65), forecasts of generation (A71), of wind and"
                            + " sun (A69), installed capacities (A68) of one bidding zone, as the Transparency Platform answers them, gzipped or not: all of them or none."
                            + " Accepts an Idempotency-Key.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CsvTypes.GZIP, schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponseSchema(value = ImportJson.class, responseCode = "201", responseDescription = "What was stored")
    @APIResponse(
            responseCode = "422",
            description = "import-refused with each line, unknown-product, product-not-traded")
    public Response create(
            @Parameter(description = "Code of the product whose prices they are", example = "SDAC")
                    @QueryParam("product")
                    @DefaultValue("SDAC")
                    String product,
            @Parameter(description = "Which auction of a zone and day, where a document has several")
                    @QueryParam("sequence")
                    @DefaultValue("1")
                    int sequence,
            @Context UriInfo address,
            InputStream document) {
        ImportReport report = imports.importEntsoe(caller.actor(), product, sequence, document);
        URI at = address.getBaseUriBuilder()
                .path(ImportsResource.class)
                .path(report.id().toString())
                .build();
        return Answered.created(at, ImportJson.of(report));
    }
}

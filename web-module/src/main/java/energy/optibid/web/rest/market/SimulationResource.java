package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.MarketSimulation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Simulated market data, in development only. */
@Path("market-data/simulated")
@ApplicationScoped
@Tag(name = "market data")
public class SimulationResource {
    private static final String DEFAULT_PRODUCT = "SDAC";

    @Inject
    MarketSimulation simulation;

    @GET
    @Produces(CsvTypes.CSV)
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "simulateMarketData",
            summary = "Simulate prices",
            description =
                    "A CSV of simulated prices and fundamentals that the import takes: time in UTC, price, load and"
                            + " wind-solar. The same seed gives the same file. In development only.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CsvTypes.CSV, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "simulation-unavailable, in production")
    @APIResponse(responseCode = "422", description = "unknown-product, unknown-zone, product-not-traded, no-rules")
    public Response simulate(
            @Parameter(description = "Code of the product; SDAC unless given") @QueryParam("product") @Nullable
                    String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone,
            @Parameter(required = true, description = "First delivery day") @QueryParam("from") LocalDate from,
            @Parameter(required = true, description = "Last delivery day") @QueryParam("to") LocalDate to,
            @Parameter(description = "Another seed makes another market; that of the demo data unless given")
                    @QueryParam("seed")
                    @Nullable
                    Long seed) {
        String code = product == null ? DEFAULT_PRODUCT : product;
        long chance = seed == null ? MarketSimulation.DEMO_SEED : seed;
        StreamingOutput file = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            simulation.writeCsv(code, zone, from, to, chance, writer);
            writer.flush();
        };
        return Response.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"simulated-" + from + "-" + to + ".csv\"")
                .build();
    }
}

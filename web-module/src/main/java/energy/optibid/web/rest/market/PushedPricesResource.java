package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.MarketDataImports;
import energy.optibid.market.PriceMessage;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prices that a source pushes, message by message; who watches the zone sees them at once. */
@Path("market-data/prices")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "market data")
public class PushedPricesResource {
    private static final int LONGEST_ID = 200;
    private static final int MOST_PRICES = 10_000;

    /** The message is read as a file whose first line is a header. */
    private static final int FIRST_LINE = 2;

    @Inject
    MarketDataImports imports;

    @Inject
    Caller caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "pushPrices",
            summary = "Push prices of a zone",
            description =
                    "Stores the prices of one product and zone, all of them or none, as an import does, and tells all who"
                            + " watch the zone. Once in effect by messageId, whichever way the message comes.")
    @APIResponseSchema(value = ImportJson.class, responseCode = "201", responseDescription = "What was stored")
    @APIResponse(responseCode = "204", description = "A message of that name was applied before; nothing changed")
    @APIResponse(
            responseCode = "422",
            description = "import-refused with each price, unknown-product, unknown-zone, product-not-traded")
    public Response push(NewPricesJson prices, @Context UriInfo address) {
        PriceMessage message = bounded(prices.message());
        try {
            return imports.importMessage(caller.actor(), message)
                    .map(report ->
                            Answered.created(reportAt(address, report.id().toString()), ImportJson.of(report)))
                    .orElseGet(() -> Response.noContent().build());
        } catch (ImportRefusedException e) {
            throw new ProblemException(
                    ProblemCode.IMPORT_REFUSED,
                    e.findings().stream().map(PushedPricesResource::finding).toList());
        }
    }

    private static URI reportAt(UriInfo address, String importId) {
        return address.getBaseUriBuilder()
                .path(ImportsResource.class)
                .path(importId)
                .build();
    }

    private static PriceMessage bounded(PriceMessage message) {
        List<Finding> findings = new ArrayList<>();
        String id = message.messageId();
        if (id.isBlank() || id.length() > LONGEST_ID) {
            findings.add(Finding.of("out-of-range", "messageId", "1 to " + LONGEST_ID + " characters", id));
        }
        int prices = message.prices().size();
        if (prices < 1 || prices > MOST_PRICES) {
            findings.add(
                    Finding.of("out-of-range", "prices", "1 to " + MOST_PRICES + " entries", String.valueOf(prices)));
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_BODY, findings);
        }
        return message;
    }

    /** The place in the message instead of that in the file that it was read as. */
    private static Finding finding(ImportFinding found) {
        String path = found.line().isPresent() ? "prices[" + (found.line().getAsLong() - FIRST_LINE) + "]" : "prices";
        return new Finding(found.code().code(), path, found.message(), found.value());
    }
}

package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.Markets;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is traded where, and by which rules. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "markets")
public class MarketsResource {

    @Inject
    Markets markets;

    @GET
    @Path("zones")
    @Operation(operationId = "listZones", summary = "List the zones", description = "All price zones, by code.")
    @APIResponse(responseCode = "200", description = "The zones")
    public Items<ZoneJson> zones() {
        return Items.all(markets.zones().stream().map(ZoneJson::of).toList());
    }

    @GET
    @Path("products")
    @Operation(
            operationId = "listProducts",
            summary = "List the products",
            description = "All products, by code, with the zones where each is traded.")
    @APIResponse(responseCode = "200", description = "The products")
    public Items<ProductJson> products() {
        return Items.all(markets.products().stream().map(ProductJson::of).toList());
    }

    @GET
    @Path("products/{code}/rules")
    @Operation(
            operationId = "readProductRules",
            summary = "Read a product's rules",
            description = "The rules that are in force on a delivery day: periods, gate closure, price limits, steps.")
    @APIResponse(responseCode = "200", description = "The rules")
    @APIResponse(responseCode = "404", description = "product-not-found")
    @APIResponse(responseCode = "422", description = "no-rules")
    public RulesJson rules(
            @Parameter(description = "Code of the product", example = "SDAC") @PathParam("code") String code,
            @Parameter(required = true, description = "Delivery day in the market's time zone")
                    @QueryParam("deliveryDate")
                    LocalDate deliveryDate) {
        if (markets.products().stream().noneMatch(product -> product.code().equals(code))) {
            throw new ProblemException(ProblemCode.PRODUCT_NOT_FOUND, "There is no product " + code);
        }
        return RulesJson.of(markets.rules(code, deliveryDate), deliveryDate);
    }
}

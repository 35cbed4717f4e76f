package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.CalendarDay;
import energy.optibid.market.Markets;
import energy.optibid.market.TradingCalendar;
import energy.optibid.web.rest.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is traded where, and by which rules. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "markets")
public class MarketsResource {

    /** A day of quarter-hours. */
    private static final int MOST_GATES = 96;

    @Inject
    Markets markets;

    @Inject
    TradingCalendar calendar;

    @Inject
    Clock clock;

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
    @Path("products/{code}")
    @Operation(
            operationId = "readProduct",
            summary = "Read a product",
            description = "One product, with the zones where it is traded.")
    @APIResponse(responseCode = "200", description = "The product")
    @APIResponse(responseCode = "404", description = "product-not-found")
    public ProductJson product(
            @Parameter(description = "Code of the product", example = "SDAC") @PathParam("code") String code) {
        return ProductJson.of(Known.product(markets, code));
    }

    @GET
    @Path("products/{code}/rules")
    @Operation(
            operationId = "readProductRules",
            summary = "Read a product's rules",
            description = "The rules that are in force on a delivery day, its periods and its gates.")
    @APIResponse(responseCode = "200", description = "The rules")
    @APIResponse(responseCode = "404", description = "product-not-found")
    @APIResponse(responseCode = "422", description = "no-rules")
    public RulesJson rules(
            @Parameter(description = "Code of the product", example = "SDAC") @PathParam("code") String code,
            @Parameter(required = true, description = "Delivery day in the market's time zone")
                    @QueryParam("deliveryDate")
                    LocalDate deliveryDate) {
        Known.product(markets, code);
        return RulesJson.of(markets.rules(code, deliveryDate), deliveryDate, clock.instant());
    }

    @GET
    @Path("products/{code}/calendar")
    @Operation(
            operationId = "readProductCalendar",
            summary = "Read a product's calendar",
            description =
                    "Each delivery day with its length, its periods by the rules of that day, its gates, and who has a"
                            + " holiday. Auctions are held on holidays too.")
    @APIResponse(responseCode = "200", description = "The days in their order")
    @APIResponse(responseCode = "404", description = "product-not-found")
    @APIResponse(responseCode = "422", description = "unknown-zone, product-not-traded, no-rules")
    public Items<CalendarDayJson> calendar(
            @Parameter(description = "Code of the product", example = "SDAC") @PathParam("code") String code,
            @Parameter(required = true, description = "First delivery day in the market's time zone")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(required = true, description = "Last delivery day, included; at most 400 days") @QueryParam("to")
                    LocalDate to,
            @Parameter(description = "Code of the zone whose holidays are told; all the product's zones unless given")
                    @QueryParam("zone")
                    @Nullable
                    String zone) {
        Known.product(markets, code);
        new CalendarParameters(from, to).check();
        List<CalendarDay> days =
                zone == null ? calendar.days(code, from, to) : calendar.daysOfZone(code, zone, from, to);
        return Items.all(days.stream().map(CalendarDayJson::of).toList());
    }

    @GET
    @Path("gates")
    @Operation(
            operationId = "listComingGates",
            summary = "List the coming gates",
            description = "The gates that are still to close, the next one first.")
    @APIResponse(responseCode = "200", description = "The gates")
    public Items<GateJson> gates(
            @Parameter(description = "At most so many of each product, up to 96; 1 where it is left out")
                    @QueryParam("ofEach")
                    @Nullable
                    Integer ofEach) {
        int most = ofEach == null ? 1 : Math.max(1, Math.min(ofEach, MOST_GATES));
        Instant now = clock.instant();
        return Items.all(markets.comingGates(most).stream()
                .map(gate -> GateJson.of(gate, now))
                .toList());
    }
}

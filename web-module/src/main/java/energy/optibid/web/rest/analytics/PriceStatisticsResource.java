package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.PriceFigures;
import energy.optibid.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the prices of a zone were like. */
@Path("market-data/statistics")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "market data")
public class PriceStatisticsResource {

    @Inject
    PriceFigures figures;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPriceStatistics",
            summary = "Read statistics of prices",
            description =
                    "Mean, standard deviation, extremes, quantiles, hours with negative and zero prices, base, peak and off-peak"
                            + " means, and how many periods lack a price; with asOf as it was known at that instant. All by"
                            + " time: an hour weighs as much as four quarter-hours. A quantile is the least price that was"
                            + " not exceeded for at least that share of the time. Peak is Monday to Friday from 08:00 to"
                            + " 20:00 by the market's clock, public holidays too. Means, deviations and shares are rounded"
                            + " half-even to six digits; everything else is exact. At most ten years.")
    @APIResponse(responseCode = "200", description = "The statistics")
    @APIResponse(responseCode = "422", description = "unknown-product, unknown-zone, product-not-traded, no-rules")
    public PriceStatisticsJson statistics(
            @Parameter(required = true, description = "Code of the product") @QueryParam("product") String product,
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone,
            @Parameter(required = true, description = "First day, in the market's time zone")
                    @QueryParam("firstDeliveryDate")
                    LocalDate firstDeliveryDate,
            @Parameter(required = true, description = "Last day, included") @QueryParam("lastDeliveryDate")
                    LocalDate lastDeliveryDate,
            @Parameter(description = "As known at this instant; the best knowledge unless given")
                    @QueryParam("asOf")
                    @Nullable
                    Instant asOf) {
        return PriceStatisticsJson.of(figures.statistics(
                Queries.ofZone(product, zone, firstDeliveryDate, lastDeliveryDate), Optional.ofNullable(asOf)));
    }
}

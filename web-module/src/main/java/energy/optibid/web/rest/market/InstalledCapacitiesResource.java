package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.CapacityBook;
import energy.optibid.web.rest.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Installed capacities as they were published. */
@Path("market-data/installed-capacities")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "market data")
public class InstalledCapacitiesResource {

    @Inject
    CapacityBook capacities;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listInstalledCapacities",
            summary = "List installed capacities",
            description =
                    "What the plants of a zone can generate, one value for each production type that has one for the"
                            + " year of an instant; with asOf as they were known at that instant.")
    @APIResponse(responseCode = "200", description = "The capacities, by production type")
    @APIResponse(responseCode = "422", description = "unknown-zone")
    public Items<InstalledCapacityJson> list(
            @Parameter(required = true, description = "Code of the zone") @QueryParam("zone") String zone,
            @Parameter(description = "An instant of the year; now unless given") @QueryParam("at") @Nullable Instant at,
            @Parameter(description = "As known at this instant; the best knowledge unless given")
                    @QueryParam("asOf")
                    @Nullable
                    Instant asOf) {
        Instant of = at == null ? clock.instant() : at;
        return Items.all(capacities.inForce(zone, of, Optional.ofNullable(asOf)).stream()
                .map(InstalledCapacityJson::of)
                .toList());
    }
}

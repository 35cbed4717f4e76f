package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.MarketAnalytics;
import energy.optibid.identity.Role;
import energy.optibid.market.Markets;
import energy.optibid.market.Zone;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The desk at a glance. */
@Path("analytics/kpis")
@ApplicationScoped
@RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "analytics")
public class DeskKpisResource {

    @Inject
    MarketAnalytics analytics;

    @Inject
    Markets markets;

    @Inject
    Caller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readDeskKpis",
            summary = "Read the desk's key figures",
            description = "As they are now: the latest price of each zone, your organisation's bid runs by state, what"
                    + " settled runs earned against perfect foresight, and the next gate of each product.")
    @APIResponse(responseCode = "200", description = "The figures")
    public DeskKpisJson read() {
        return DeskKpisJson.of(
                analytics.kpis(caller.actor()),
                markets.zones().stream().collect(Collectors.toMap(Zone::code, Zone::currency)));
    }
}

package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.MarketSources;
import energy.optibid.web.rest.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where market data comes from by itself. */
@Path("market-data/sources")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "market data")
public class SourcesResource {

    @Inject
    MarketSources sources;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listMarketDataSources",
            summary = "List what is fetched",
            description =
                    "What is fetched from ENTSO-E's Transparency Platform again and again, by zone and document, with its"
                            + " age and why it failed. Empty where nothing is fetched.")
    @APIResponse(responseCode = "200", description = "All that is fetched")
    public Items<SourceJson> list() {
        Instant now = clock.instant();
        return Items.all(
                sources.all().stream().map(source -> SourceJson.of(source, now)).toList());
    }
}

package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.GridConnection;
import energy.optibid.portfolio.SiteDetails;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A site to be added, and what can be changed of one. */
public record NewSiteJson(
        @Schema(description = "1 to 200 characters, unique among your sites")
        String name,

        @Schema(description = "The bidding zone that it lies in; it cannot change while assets stand on it")
        String zoneCode,

        Optional<LocationJson> location,
        Optional<GridConnectionJson> gridConnection) {

    static NewSiteJson of(SiteDetails site) {
        return new NewSiteJson(
                site.name(),
                site.zoneCode(),
                site.location().map(LocationJson::of),
                Optional.of(GridConnectionJson.of(site.connection())));
    }

    SiteDetails details() {
        return new SiteDetails(
                name,
                zoneCode,
                location.map(LocationJson::location),
                gridConnection
                        .map(GridConnectionJson::connection)
                        .orElse(new GridConnection(Optional.empty(), Optional.empty())));
    }
}

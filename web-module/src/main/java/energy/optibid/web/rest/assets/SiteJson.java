package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Site;
import energy.optibid.web.rest.VersionedJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place with plant behind one grid connection. */
public record SiteJson(
        UUID id,
        String name,
        String zoneCode,
        Optional<LocationJson> location,
        GridConnectionJson gridConnection,

        @Schema(description = "Counts the changes; the ETag")
        int version,

        Instant createdAt,

        @Schema(description = "Since when it is only kept for its history")
        Optional<Instant> deletedAt)
        implements VersionedJson {

    static SiteJson of(Site site) {
        return new SiteJson(
                site.id(),
                site.name(),
                site.zoneCode(),
                site.location().map(LocationJson::of),
                GridConnectionJson.of(site.connection()),
                site.version(),
                site.createdAt(),
                site.deletedAt());
    }
}

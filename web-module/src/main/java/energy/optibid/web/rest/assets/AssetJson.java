package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.web.rest.VersionedJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An asset, with the one object of parameters that its kind names. */
public record AssetJson(
        UUID id,
        String name,
        AssetKind kind,
        @Schema(description = "The site that it stands on") Optional<UUID> siteId,
        String zoneCode,
        Optional<BatteryJson> battery,
        Optional<PvJson> pv,
        Optional<WindJson> wind,
        Optional<ThermalJson> thermal,
        Optional<HydroJson> hydro,
        Optional<LoadJson> load,

        @Schema(description = "Counts the changes; the ETag")
        int version,

        Instant createdAt,

        @Schema(description = "Since when it is only kept for its history")
        Optional<Instant> deletedAt)
        implements VersionedJson {

    static AssetJson of(Asset asset) {
        ParametersJson parameters = ParametersJson.of(asset.parameters());
        return new AssetJson(
                asset.id(),
                asset.name(),
                asset.kind(),
                asset.siteId(),
                asset.zoneCode(),
                parameters.battery(),
                parameters.pv(),
                parameters.wind(),
                parameters.thermal(),
                parameters.hydro(),
                parameters.load(),
                asset.version(),
                asset.createdAt(),
                asset.deletedAt());
    }
}

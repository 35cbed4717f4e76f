package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetKind;
import java.time.Instant;
import java.util.UUID;

/** An asset. */
public record AssetJson(
        UUID id, String name, AssetKind kind, String zoneCode, BatteryJson battery, int version, Instant createdAt) {
    static AssetJson of(Asset asset) {
        return new AssetJson(
                asset.id(),
                asset.name(),
                asset.kind(),
                asset.zoneCode(),
                BatteryJson.of(asset.battery()),
                asset.version(),
                asset.createdAt());
    }
}

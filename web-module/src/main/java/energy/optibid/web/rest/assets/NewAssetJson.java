package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.NewBattery;

/** An asset to be added. */
public record NewAssetJson(String name, AssetKind kind, String zoneCode, BatteryJson battery) {
    NewBattery newBattery() {
        return new NewBattery(name, zoneCode, battery.battery());
    }
}

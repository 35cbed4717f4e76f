package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.Battery;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** An asset as it stands in the audit trail and in events. */
public final class AssetJson {

    private AssetJson() {}

    public static String of(Asset asset) {
        return Json.createObjectBuilder()
                .add("id", asset.id().toString())
                .add("name", asset.name())
                .add("kind", asset.kind().code())
                .add("zoneCode", asset.zoneCode())
                .add("battery", battery(asset.battery()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder battery(Battery battery) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("chargePowerMw", battery.chargePowerMw())
                .add("dischargePowerMw", battery.dischargePowerMw())
                .add("usableCapacityMwh", battery.usableCapacityMwh())
                .add("chargeEfficiency", battery.chargeEfficiency())
                .add("dischargeEfficiency", battery.dischargeEfficiency())
                .add("selfDischargePerHour", battery.selfDischargePerHour())
                .add("degradationCostPerMwh", battery.degradationCostPerMwh());
        battery.cyclesPerDay().ifPresent(cycles -> json.add("cyclesPerDay", cycles));
        return json;
    }
}

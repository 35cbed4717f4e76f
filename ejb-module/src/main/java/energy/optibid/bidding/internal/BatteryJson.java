package energy.optibid.bidding.internal;

import energy.optibid.optimisation.BatteryParameters;
import energy.optibid.portfolio.Battery;
import energy.optibid.settlement.BatteryDelivery;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** The battery as it was when the run was started: a run keeps its inputs, whatever becomes of the asset. */
final class BatteryJson {
    private BatteryJson() {}

    static String write(Battery battery) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("chargePowerMw", battery.chargePowerMw())
                .add("dischargePowerMw", battery.dischargePowerMw())
                .add("usableCapacityMwh", battery.usableCapacityMwh())
                .add("chargeEfficiency", battery.chargeEfficiency())
                .add("dischargeEfficiency", battery.dischargeEfficiency())
                .add("selfDischargePerHour", battery.selfDischargePerHour())
                .add("degradationCostPerMwh", battery.degradationCostPerMwh());
        battery.cyclesPerDay().ifPresent(cycles -> json.add("cyclesPerDay", cycles));
        return json.build().toString();
    }

    static Battery read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Battery(
                    number(json, "chargePowerMw"),
                    number(json, "dischargePowerMw"),
                    number(json, "usableCapacityMwh"),
                    number(json, "chargeEfficiency"),
                    number(json, "dischargeEfficiency"),
                    number(json, "selfDischargePerHour"),
                    number(json, "degradationCostPerMwh"),
                    json.containsKey("cyclesPerDay") ? Optional.of(number(json, "cyclesPerDay")) : Optional.empty());
        }
    }

    static BatteryParameters parameters(Battery battery) {
        return new BatteryParameters(
                battery.chargePowerMw().doubleValue(),
                battery.dischargePowerMw().doubleValue(),
                battery.usableCapacityMwh().doubleValue(),
                battery.chargeEfficiency().doubleValue(),
                battery.dischargeEfficiency().doubleValue(),
                battery.selfDischargePerHour().doubleValue(),
                battery.degradationCostPerMwh().doubleValue(),
                battery.cyclesPerDay()
                        .map(c -> OptionalDouble.of(c.doubleValue()))
                        .orElse(OptionalDouble.empty()));
    }

    static BatteryDelivery.Store store(Battery battery) {
        return new BatteryDelivery.Store(
                battery.chargePowerMw(),
                battery.dischargePowerMw(),
                battery.usableCapacityMwh(),
                battery.chargeEfficiency(),
                battery.dischargeEfficiency(),
                battery.selfDischargePerHour(),
                battery.degradationCostPerMwh());
    }

    private static BigDecimal number(JsonObject json, String name) {
        return json.getJsonNumber(name).bigDecimalValue();
    }
}

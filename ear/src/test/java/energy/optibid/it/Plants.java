package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

/** Sites and assets of the test's own. */
final class Plants {
    static final String SITES = "/api/v1/sites";
    static final String ASSETS = "/api/v1/assets";
    static final Map<String, String> PARAMETERS = Map.of(
            "battery", """
                    {"chargePowerMw": 10, "dischargePowerMw": 10, "usableCapacityMwh": 20, "chargeEfficiency": 0.95,
                     "dischargeEfficiency": 0.95, "selfDischargePerHour": 0, "degradationCostPerMwh": 1.5}""",
            "pv", """
                    {"peakPowerMw": 30, "dcPeakPowerMw": 36, "mounting": "single-axis", "tiltDegrees": 0,
                     "azimuthDegrees": 180, "lossesFraction": 0.14, "temperatureCoefficientPerKelvin": -0.0035}""",
            "wind", """
                    {"ratedPowerMw": 46.2, "turbineCount": 11, "hubHeightM": 115, "rotorDiameterM": 136,
                     "cutInSpeedMPerS": 3, "ratedSpeedMPerS": 13, "cutOutSpeedMPerS": 25, "wakeLossFraction": 0.08,
                     "availabilityFraction": 0.97}""",
            "thermal", """
                    {"fuel": "natural-gas", "minPowerMw": 20, "maxPowerMw": 50, "rampUpMwPerMin": 5,
                     "rampDownMwPerMin": 5, "minUpHours": 2, "minDownHours": 1, "startCost": 1500,
                     "heatRateGjPerMwh": 8.5, "co2TonnesPerMwh": 0.48, "variableCostPerMwh": 3.5}""",
            "hydro", """
                    {"scheme": "pumped", "turbinePowerMw": 20, "turbineEfficiency": 0.9, "pumpPowerMw": 18,
                     "pumpEfficiency": 0.88, "reservoirMinMwh": 10, "reservoirMaxMwh": 120, "inflowMw": 0.5}""",
            "load", """
                    {"baselineMw": 12, "flexibleUpMw": 2, "flexibleDownMw": 6, "maxShiftHours": 4, "maxCallsPerDay": 2,
                     "flexibilityCostPerMwh": 15}""");

    private Plants() {}

    static String name() {
        return "Plant " + UUID.randomUUID();
    }

    static String asset(String kind, String name, String more) {
        return "{\"name\": \"%s\", \"kind\": \"%s\", %s \"zoneCode\": \"DE_LU\", \"%s\": %s}"
                .formatted(name, kind, more, kind, PARAMETERS.get(kind));
    }

    static String site(String name) {
        return """
                {"name": "%s", "zoneCode": "DE_LU", "location": {"latitude": 53.8655, "longitude": 10.6866},
                 "gridConnection": {"importLimitMw": 40, "exportLimitMw": 150}}""".formatted(name);
    }

    static Answer added(String body) {
        return added(ASSETS, body);
    }

    static Answer added(String list, String body) {
        Answer created = Api.as("trader").post(list, body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created;
    }

    static String path(String list, Answer created) {
        return list + "/" + created.json().get("id").asText();
    }

    static Answer patch(String user, String path, int version, String body) {
        return Api.as(user).patch(path, "\"" + version + "\"", body);
    }

    static Answer delete(String user, String path, String ifMatch) {
        return Api.as(user).delete(path, ifMatch);
    }
}

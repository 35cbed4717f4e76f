package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Wind;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parameters of an asset of kind wind. */
public record WindJson(
        @Schema(description = "Of the whole farm at the grid connection, MW, positive")
        BigDecimal ratedPowerMw,

        @Schema(description = "How many turbines it has, 1 to 10,000")
        int turbineCount,

        @Schema(description = "Of the rotor above ground, m, more than the rotor's radius")
        BigDecimal hubHeightM,

        @Schema(description = "M, positive") BigDecimal rotorDiameterM,

        @Schema(description = "Wind at the hub from which it generates, m/s, positive")
        BigDecimal cutInSpeedMPerS,

        @Schema(description = "Wind at the hub from which it gives its rated power, m/s, above the cut-in speed")
        BigDecimal ratedSpeedMPerS,

        @Schema(description = "Wind at the hub at which it stops, m/s, above the rated speed")
        BigDecimal cutOutSpeedMPerS,

        @Schema(description = "Share of the energy lost in the wakes of other turbines, [0, 1)")
        BigDecimal wakeLossFraction,

        @Schema(description = "Share of the time that a turbine is ready to run, (0, 1]")
        BigDecimal availabilityFraction) {

    static WindJson of(Wind wind) {
        return new WindJson(
                wind.ratedPowerMw(),
                wind.turbineCount(),
                wind.hubHeightM(),
                wind.rotorDiameterM(),
                wind.cutInSpeedMPerS(),
                wind.ratedSpeedMPerS(),
                wind.cutOutSpeedMPerS(),
                wind.wakeLossFraction(),
                wind.availabilityFraction());
    }

    Wind wind() {
        return new Wind(
                ratedPowerMw,
                turbineCount,
                hubHeightM,
                rotorDiameterM,
                cutInSpeedMPerS,
                ratedSpeedMPerS,
                cutOutSpeedMPerS,
                wakeLossFraction,
                availabilityFraction);
    }
}

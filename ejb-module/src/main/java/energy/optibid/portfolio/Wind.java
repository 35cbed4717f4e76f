package energy.optibid.portfolio;

import java.math.BigDecimal;

/**
 * A wind farm of turbines of one type.
 *
 * @param ratedPowerMw of the whole farm at the grid connection, MW, positive
 * @param turbineCount how many turbines it has, 1 to 10,000
 * @param hubHeightM of the rotor above ground, m, more than the rotor's radius
 * @param rotorDiameterM m, positive
 * @param cutInSpeedMPerS wind at the hub from which it generates, m/s, positive
 * @param ratedSpeedMPerS wind at the hub from which it gives its rated power, m/s, above the cut-in speed
 * @param cutOutSpeedMPerS wind at the hub at which it stops, m/s, above the rated speed
 * @param wakeLossFraction share of the energy lost in the wakes of other turbines, [0, 1)
 * @param availabilityFraction share of the time that a turbine is ready to run, (0, 1]
 */
public record Wind(
        BigDecimal ratedPowerMw,
        int turbineCount,
        BigDecimal hubHeightM,
        BigDecimal rotorDiameterM,
        BigDecimal cutInSpeedMPerS,
        BigDecimal ratedSpeedMPerS,
        BigDecimal cutOutSpeedMPerS,
        BigDecimal wakeLossFraction,
        BigDecimal availabilityFraction)
        implements AssetParameters {

    @Override
    public AssetKind kind() {
        return AssetKind.WIND;
    }
}

package energy.optibid.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A photovoltaic plant.
 *
 * @param peakPowerMw greatest AC power at the grid connection, MW, positive
 * @param dcPeakPowerMw power of the modules at standard test conditions, MWp, half to three times the AC power; absent where unknown
 * @param mounting how the modules are mounted
 * @param tiltDegrees of the modules, or of the axis of a single-axis tracker, against the horizontal, [0, 90]; absent with two axes
 * @param azimuthDegrees where they, or the axis, face, clockwise from north, [0, 360), 180 is south; absent with two axes
 * @param lossesFraction share of the DC energy lost to soiling, wiring, mismatch and conversion, [0, 1)
 * @param temperatureCoefficientPerKelvin change of power per kelvin above 25 °C of the cells, as a share, [-0.02, 0]; absent where unknown
 */
public record Pv(
        BigDecimal peakPowerMw,
        Optional<BigDecimal> dcPeakPowerMw,
        PvMounting mounting,
        Optional<BigDecimal> tiltDegrees,
        Optional<BigDecimal> azimuthDegrees,
        BigDecimal lossesFraction,
        Optional<BigDecimal> temperatureCoefficientPerKelvin)
        implements AssetParameters {

    @Override
    public AssetKind kind() {
        return AssetKind.PV;
    }
}

package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Pv;
import energy.optibid.portfolio.PvMounting;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parameters of an asset of kind pv. */
public record PvJson(
        @Schema(description = "Greatest AC power at the grid connection, MW, positive")
        BigDecimal peakPowerMw,

        @Schema(
                description =
                        "Power of the modules at standard test conditions, MWp, half to three times the AC power; absent where unknown")
        Optional<BigDecimal> dcPeakPowerMw,

        @Schema(description = "How the modules are mounted") PvMounting mounting,

        @Schema(
                description =
                        "Of the modules, or of the axis of a single-axis tracker, against the horizontal, [0, 90]; absent with two axes")
        Optional<BigDecimal> tiltDegrees,

        @Schema(
                description =
                        "Where they, or the axis, face, clockwise from north, [0, 360), 180 is south; absent with two axes")
        Optional<BigDecimal> azimuthDegrees,

        @Schema(description = "Share of the DC energy lost to soiling, wiring, mismatch and conversion, [0, 1)")
        BigDecimal lossesFraction,

        @Schema(
                description =
                        "Change of power per kelvin above 25 °C of the cells, as a share, [-0.02, 0]; absent where unknown")
        Optional<BigDecimal> temperatureCoefficientPerKelvin) {

    static PvJson of(Pv pv) {
        return new PvJson(
                pv.peakPowerMw(),
                pv.dcPeakPowerMw(),
                pv.mounting(),
                pv.tiltDegrees(),
                pv.azimuthDegrees(),
                pv.lossesFraction(),
                pv.temperatureCoefficientPerKelvin());
    }

    Pv pv() {
        return new Pv(
                peakPowerMw,
                dcPeakPowerMw,
                mounting,
                tiltDegrees,
                azimuthDegrees,
                lossesFraction,
                temperatureCoefficientPerKelvin);
    }
}

package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Hydro;
import energy.optibid.portfolio.HydroScheme;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parameters of an asset of kind hydro. */
public record HydroJson(
        @Schema(description = "What it can store and whether it pumps")
        HydroScheme scheme,

        @Schema(description = "Greatest power into the grid, MW, positive")
        BigDecimal turbinePowerMw,

        @Schema(description = "Energy into the grid per energy of the water, (0, 1]")
        BigDecimal turbineEfficiency,

        @Schema(description = "Greatest power from the grid, MW, positive; there exactly where it pumps")
        Optional<BigDecimal> pumpPowerMw,

        @Schema(description = "Energy of the water per energy from the grid, (0, 1]; there exactly where it pumps")
        Optional<BigDecimal> pumpEfficiency,

        @Schema(description = "Least energy in the reservoir, MWh, not negative; there exactly where it has one")
        Optional<BigDecimal> reservoirMinMwh,

        @Schema(description = "Most energy in the reservoir, MWh, above the least; there exactly where it has one")
        Optional<BigDecimal> reservoirMaxMwh,

        @Schema(description = "Mean natural inflow, MW, not negative")
        BigDecimal inflowMw) {

    static HydroJson of(Hydro hydro) {
        return new HydroJson(
                hydro.scheme(),
                hydro.turbinePowerMw(),
                hydro.turbineEfficiency(),
                hydro.pumpPowerMw(),
                hydro.pumpEfficiency(),
                hydro.reservoirMinMwh(),
                hydro.reservoirMaxMwh(),
                hydro.inflowMw());
    }

    Hydro hydro() {
        return new Hydro(
                scheme,
                turbinePowerMw,
                turbineEfficiency,
                pumpPowerMw,
                pumpEfficiency,
                reservoirMinMwh,
                reservoirMaxMwh,
                inflowMw);
    }
}

package energy.optibid.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A hydropower plant. Energy in the reservoir and of the inflow is that of the water, before the turbine's losses.
 *
 * @param scheme what it can store and whether it pumps
 * @param turbinePowerMw greatest power into the grid, MW, positive
 * @param turbineEfficiency energy into the grid per energy of the water, (0, 1]
 * @param pumpPowerMw greatest power from the grid, MW, positive; there exactly where it pumps
 * @param pumpEfficiency energy of the water per energy from the grid, (0, 1]; there exactly where it pumps
 * @param reservoirMinMwh least energy in the reservoir, MWh, not negative; there exactly where it has one
 * @param reservoirMaxMwh most energy in the reservoir, MWh, above the least; there exactly where it has one
 * @param inflowMw mean natural inflow, MW, not negative
 */
public record Hydro(
        HydroScheme scheme,
        BigDecimal turbinePowerMw,
        BigDecimal turbineEfficiency,
        Optional<BigDecimal> pumpPowerMw,
        Optional<BigDecimal> pumpEfficiency,
        Optional<BigDecimal> reservoirMinMwh,
        Optional<BigDecimal> reservoirMaxMwh,
        BigDecimal inflowMw)
        implements AssetParameters {

    @Override
    public AssetKind kind() {
        return AssetKind.HYDRO;
    }
}

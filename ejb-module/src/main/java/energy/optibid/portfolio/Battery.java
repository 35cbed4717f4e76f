package energy.optibid.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The nameplate of a battery. Powers and costs are at the grid connection; the capacity is inside.
 *
 * @param chargePowerMw greatest power from the grid, MW, positive
 * @param dischargePowerMw greatest power into the grid, MW, positive
 * @param usableCapacityMwh energy between empty and full, MWh, positive
 * @param chargeEfficiency stored energy per energy from the grid, (0, 1]
 * @param dischargeEfficiency energy into the grid per energy taken from the store, (0, 1]
 * @param selfDischargePerHour share of the stored energy lost in an hour, [0, 1)
 * @param degradationCostPerMwh currency of the zone per MWh discharged into the grid, not negative
 * @param cyclesPerDay greatest number of full cycles in a day, positive; absent where unlimited
 */
public record Battery(
        BigDecimal chargePowerMw,
        BigDecimal dischargePowerMw,
        BigDecimal usableCapacityMwh,
        BigDecimal chargeEfficiency,
        BigDecimal dischargeEfficiency,
        BigDecimal selfDischargePerHour,
        BigDecimal degradationCostPerMwh,
        Optional<BigDecimal> cyclesPerDay)
        implements AssetParameters {

    @Override
    public AssetKind kind() {
        return AssetKind.BATTERY;
    }
}

package energy.optibid.optimisation;

import java.util.OptionalDouble;

/**
 * A battery as the planner sees it. Powers and prices are at the grid connection; the state of charge is inside.
 *
 * @param chargePowerMw greatest power from the grid, MW
 * @param dischargePowerMw greatest power into the grid, MW
 * @param usableCapacityMwh energy between empty and full, MWh
 * @param chargeEfficiency stored energy per energy from the grid, (0, 1]
 * @param dischargeEfficiency energy into the grid per energy taken from the store, (0, 1]
 * @param selfDischargePerHour share of the stored energy lost in an hour, [0, 1)
 * @param degradationCostPerMwh currency per MWh discharged into the grid
 * @param cyclesPerDay greatest number of full cycles in a day, absent where unlimited; one cycle is one full usable
 *     capacity discharged, counted at the grid
 */
public record BatteryParameters(
        double chargePowerMw,
        double dischargePowerMw,
        double usableCapacityMwh,
        double chargeEfficiency,
        double dischargeEfficiency,
        double selfDischargePerHour,
        double degradationCostPerMwh,
        OptionalDouble cyclesPerDay) {}

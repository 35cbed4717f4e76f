package energy.optibid.optimisation;

import java.util.OptionalDouble;

/**
 * A battery as the planner sees it. Powers and prices are at the grid connection; the state of charge is inside.
 *
 * @param chargePowerMw greatest power from the grid, MW, not negative
 * @param dischargePowerMw greatest power into the grid, MW, not negative
 * @param usableCapacityMwh energy between empty and full, MWh, positive
 * @param chargeEfficiency stored energy per energy from the grid, (0, 1]
 * @param dischargeEfficiency energy into the grid per energy taken from the store, (0, 1]
 * @param selfDischargePerHour share of the stored energy lost in an hour, [0, 1); over {@code h} hours the share
 *     {@code (1 - r)^h} is left
 * @param degradationCostPerMwh currency per MWh discharged into the grid, not negative
 * @param cyclesPerDay greatest number of full cycles in a day, not negative, absent where unlimited; one cycle is one
 *     full usable capacity discharged, counted at the grid: the sum of the discharged energy may not exceed
 *     {@code cyclesPerDay * usableCapacityMwh}
 */
public record BatteryParameters(
        double chargePowerMw,
        double dischargePowerMw,
        double usableCapacityMwh,
        double chargeEfficiency,
        double dischargeEfficiency,
        double selfDischargePerHour,
        double degradationCostPerMwh,
        OptionalDouble cyclesPerDay) {

    /** @throws IllegalArgumentException where a value is not a number or out of its range; names it */
    public BatteryParameters {
        Inputs.notNegative("chargePowerMw", chargePowerMw);
        Inputs.notNegative("dischargePowerMw", dischargePowerMw);
        Inputs.positive("usableCapacityMwh", usableCapacityMwh);
        Inputs.efficiency("chargeEfficiency", chargeEfficiency);
        Inputs.efficiency("dischargeEfficiency", dischargeEfficiency);
        Inputs.notNegative("selfDischargePerHour", selfDischargePerHour);
        Inputs.below("selfDischargePerHour", selfDischargePerHour, 1);
        Inputs.notNegative("degradationCostPerMwh", degradationCostPerMwh);
        if (cyclesPerDay.isPresent()) {
            Inputs.notNegative("cyclesPerDay", cyclesPerDay.getAsDouble());
        }
    }

    /** The most energy that a day's plan may discharge at the grid, MWh; infinite where cycles are not limited. */
    double dischargeLimitMwh() {
        return cyclesPerDay.isPresent() ? cyclesPerDay.getAsDouble() * usableCapacityMwh : Double.POSITIVE_INFINITY;
    }

    /** The share of the stored energy that is left after some hours. */
    double keptShare(double hours) {
        return Math.pow(1 - selfDischargePerHour, hours);
    }

    /** Energy at the grid that comes back from one MWh taken from it, MWh. */
    double roundTripEfficiency() {
        return chargeEfficiency * dischargeEfficiency;
    }
}

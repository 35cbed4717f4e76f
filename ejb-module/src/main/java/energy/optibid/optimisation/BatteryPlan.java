package energy.optibid.optimisation;

import java.util.List;

/**
 * A schedule that is optimal for the prices it was made for and never charges and discharges in one period.
 *
 * @param powerMw net power of each period at the grid, MW; positive discharges (sells)
 * @param stateOfChargeMwh after each period, MWh
 * @param opportunityPrices value of stored energy at the end of each period, currency per MWh; where a range of values
 *     supports the plan, its middle. With {@code cyclePrice} they explain each quantity: energy is bought up to
 *     {@code value * chargeEfficiency} and sold from
 *     {@code value / dischargeEfficiency + degradation + cyclePrice}
 * @param storedEnergyValues what stored energy is worth to the other periods, whatever the price of its own: how far
 *     the price of one period may move before the plan should change
 * @param cyclePrice what the limit on cycles costs, currency per MWh discharged at the grid; 0 where it does not bind
 * @param profit revenue less degradation cost at the problem's prices, currency
 * @param binaries how many periods had to choose between charging and discharging, because doing both would have paid;
 *     0 where the linear programme alone was enough
 */
public record BatteryPlan(
        List<Double> powerMw,
        List<Double> stateOfChargeMwh,
        List<Double> opportunityPrices,
        List<StoredEnergyValue> storedEnergyValues,
        double cyclePrice,
        double profit,
        int binaries) {
    public BatteryPlan {
        powerMw = List.copyOf(powerMw);
        stateOfChargeMwh = List.copyOf(stateOfChargeMwh);
        opportunityPrices = List.copyOf(opportunityPrices);
        storedEnergyValues = List.copyOf(storedEnergyValues);
    }
}

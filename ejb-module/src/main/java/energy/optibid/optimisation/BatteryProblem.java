package energy.optibid.optimisation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One day to plan for one battery against given prices.
 *
 * @param prices expected price of each period, currency per MWh
 * @param periodHours length of each period in hours, as many as prices
 * @param startMwh state of charge before the first period
 * @param endMwh state of charge after the last period, absent where it is free
 */
public record BatteryProblem(
        BatteryParameters battery,
        List<Double> prices,
        List<Double> periodHours,
        double startMwh,
        OptionalDouble endMwh) {
    public BatteryProblem {
        prices = List.copyOf(prices);
        periodHours = List.copyOf(periodHours);
    }
}

package energy.optibid.optimisation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One day to plan for one battery against given prices.
 *
 * @param prices expected price of each period, currency per MWh; may be negative
 * @param periodHours length of each period in hours, as many as prices, positive
 * @param startMwh state of charge before the first period, not negative
 * @param endMwh state of charge after the last period, not negative, absent where it is free
 */
public record BatteryProblem(
        BatteryParameters battery,
        List<Double> prices,
        List<Double> periodHours,
        double startMwh,
        OptionalDouble endMwh) {

    /** @throws IllegalArgumentException where a value is not a number or out of its range, or nothing is to plan */
    public BatteryProblem {
        prices = List.copyOf(prices);
        periodHours = List.copyOf(periodHours);
        if (prices.isEmpty() || prices.size() != periodHours.size()) {
            throw new IllegalArgumentException("A plan needs at least one period, and as many prices as lengths: "
                    + prices.size() + " prices, " + periodHours.size() + " lengths");
        }
        for (int t = 0; t < prices.size(); t++) {
            Inputs.finite("prices[" + t + "]", prices.get(t));
            Inputs.positive("periodHours[" + t + "]", periodHours.get(t));
        }
        Inputs.notNegative("startMwh", startMwh);
        if (endMwh.isPresent()) {
            Inputs.notNegative("endMwh", endMwh.getAsDouble());
        }
    }

    int periods() {
        return prices.size();
    }

    double price(int period) {
        return prices.get(period);
    }

    double hours(int period) {
        return periodHours.get(period);
    }
}

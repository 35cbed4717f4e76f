package energy.optibid.optimisation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Problems for the tests. */
final class Problems {
    private Problems() {}

    static BatteryParameters lossless(double powerMw, double capacityMwh) {
        return new BatteryParameters(powerMw, powerMw, capacityMwh, 1, 1, 0, 0, OptionalDouble.empty());
    }

    static BatteryProblem hourly(BatteryParameters battery, double startMwh, OptionalDouble endMwh, double... prices) {
        return of(battery, 1, startMwh, endMwh, prices);
    }

    static BatteryProblem of(
            BatteryParameters battery, double hours, double startMwh, OptionalDouble endMwh, double... prices) {
        List<Double> list = new ArrayList<>();
        for (double price : prices) {
            list.add(price);
        }
        return new BatteryProblem(battery, list, Collections.nCopies(prices.length, hours), startMwh, endMwh);
    }

    /** A day with two peaks around a mean, in whole cents. */
    static double[] prices(SplittableRandom random, int periods, double mean) {
        double[] prices = new double[periods];
        for (int t = 0; t < periods; t++) {
            double shape = 25 * Math.sin(4 * Math.PI * t / periods - 1.5);
            prices[t] = Math.round(100 * (mean + shape + random.nextDouble(-20, 20))) / 100.0;
        }
        return prices;
    }
}

package energy.optibid.optimisation;

import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Seeded problems of every kind: with and without losses, wear, self-discharge, a cap on cycles, a given end. */
final class RandomProblems {
    private RandomProblems() {}

    static BatteryProblem day(SplittableRandom random, int periods, double meanPrice) {
        BatteryParameters battery = battery(random);
        double hours = 24.0 / periods;
        double start = random.nextBoolean() ? 0 : random.nextDouble(battery.usableCapacityMwh());
        BatteryProblem free =
                Problems.of(battery, hours, start, OptionalDouble.empty(), Problems.prices(random, periods, meanPrice));
        if (random.nextBoolean()) {
            return free;
        }
        double decayed = start * battery.keptShare(24);
        return new BatteryProblem(
                battery,
                free.prices(),
                free.periodHours(),
                start,
                OptionalDouble.of(random.nextBoolean() ? decayed : 0.9 * decayed));
    }

    static BatteryParameters battery(SplittableRandom random) {
        boolean lossless = random.nextInt(4) == 0;
        return new BatteryParameters(
                random.nextInt(2, 12),
                random.nextInt(2, 12),
                random.nextInt(6, 40),
                lossless ? 1 : random.nextDouble(0.85, 1),
                lossless ? 1 : random.nextDouble(0.85, 1),
                random.nextInt(3) == 0 ? random.nextDouble(0.01) : 0,
                random.nextInt(3) == 0 ? random.nextDouble(15) : 0,
                random.nextInt(3) > 0 ? OptionalDouble.of(random.nextInt(1, 6) / 2.0) : OptionalDouble.empty());
    }
}

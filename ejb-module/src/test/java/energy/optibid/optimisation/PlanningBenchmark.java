package energy.optibid.optimisation;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to plan one day of 96 quarter-hours, from the problem to the plan with its opportunity prices. Run
 * with {@code mvn -B -q -Pbench -pl ejb-module -am test -Dbench=PlanningBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(1)
public class PlanningBenchmark {
    private static final int PERIODS = 96;

    private final BatteryPlanner planner = new BatteryPlanner();
    private final BatteryProblem ordinary = problem(2, OptionalDouble.of(1), new SplittableRandom(1), 60, 35);
    private final BatteryProblem sunny = problem(0, OptionalDouble.empty(), new SplittableRandom(1), 60, 90);
    private final BatteryProblem negative = problem(0, OptionalDouble.empty(), new SplittableRandom(1), -20, 35);
    private final BatteryPlan plan = planner.plan(ordinary);
    private final CurveGrid grid = new CurveGrid(
            new BigDecimal("-500"), new BigDecimal("4000"), new BigDecimal("0.01"), new BigDecimal("0.1"));

    /** Losses, degradation and a cap on cycles; all prices positive. */
    @Benchmark
    public BatteryPlan ordinaryDay() {
        return planner.plan(ordinary);
    }

    /** Losses and no cap; some 30 negative quarter-hours around noon, in which burning energy would pay. */
    @Benchmark
    public BatteryPlan sunnyDay() {
        return planner.plan(sunny);
    }

    /** Losses and no cap; nearly all quarter-hours negative, the hardest that a day can be. */
    @Benchmark
    public BatteryPlan negativeDay() {
        return planner.plan(negative);
    }

    /** The curves of an ordinary day's plan. */
    @Benchmark
    public List<PeriodCurve> curves() {
        return new OpportunityCurves().curves(ordinary, plan, grid);
    }

    private static BatteryProblem problem(
            double degradation, OptionalDouble cycles, SplittableRandom random, double mean, double noonDip) {
        BatteryParameters battery = new BatteryParameters(10, 10, 20, 0.95, 0.95, 0, degradation, cycles);
        double[] prices = new double[PERIODS];
        for (int t = 0; t < PERIODS; t++) {
            double hour = 24.0 * t / PERIODS;
            double sun = Math.max(0, Math.sin(Math.PI * (hour - 7) / 12));
            double evening = 30 * Math.exp(-(hour - 19) * (hour - 19) / 4);
            prices[t] = Math.round(100 * (mean - noonDip * sun + evening + random.nextDouble(-8, 8))) / 100.0;
        }
        return Problems.of(battery, 24.0 / PERIODS, 0, OptionalDouble.of(0), prices);
    }
}

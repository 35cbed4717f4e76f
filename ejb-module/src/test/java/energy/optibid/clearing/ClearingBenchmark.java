package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One clearing, validation included. The command is in docs/reference/benchmarks.md. With {@code optibid.testdata} the
 * hour is the largest of NORD, the largest Italian zone; without it, a synthetic book of like size.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class ClearingBenchmark {
    private final ClearingHouse clearingHouse = new ClearingHouse();
    private Book italianHour = Books.book("0");
    private Book manyParticipants = Books.book("0");

    @Setup
    public void readBooks() {
        String testData = System.getProperty("optibid.testdata", "");
        italianHour = testData.isBlank() ? synthetic(225, 1) : largestHour(Path.of(testData));
        manyParticipants = synthetic(5_000, 20);
    }

    /** About 225 orders of one step: the published curves of both sides. */
    @Benchmark
    public ClearingResult italianHour() {
        return clearingHouse.clear(italianHour);
    }

    /** 5,000 orders with up to 20 steps each, some 100,000 in all. */
    @Benchmark
    public ClearingResult manyParticipants() {
        return clearingHouse.clear(manyParticipants);
    }

    private static Book largestHour(Path testData) {
        return ItalianMarket.read(testData).zoneHours().stream()
                .filter(hour -> hour.zone().equals("NORD"))
                .map(ItalianMarket.ZoneHour::book)
                .max(Comparator.comparingInt(book -> book.orders().size()))
                .orElseThrow();
    }

    private static Book synthetic(int orderCount, int steps) {
        SplittableRandom random = new SplittableRandom(42);
        List<Order> orders = new ArrayList<>(orderCount);
        for (int i = 0; i < orderCount; i++) {
            orders.add(order(random, "order-" + i, steps));
        }
        return new Book(Books.SDAC, BigDecimal.TEN, orders);
    }

    private static Order order(SplittableRandom random, String id, int steps) {
        TreeSet<Integer> cents = new TreeSet<>();
        for (int s = 0; s < steps; s++) {
            cents.add(random.nextInt(-1_000, 20_000));
        }
        Side side = random.nextBoolean() ? Side.SELL : Side.BUY;
        List<CurveStep> curve = new ArrayList<>();
        for (int price : side == Side.SELL ? cents : cents.descendingSet()) {
            curve.add(new CurveStep(BigDecimal.valueOf(price, 2), BigDecimal.valueOf(1L + random.nextInt(500), 1)));
        }
        return new Order(id, "desk", side, curve);
    }
}

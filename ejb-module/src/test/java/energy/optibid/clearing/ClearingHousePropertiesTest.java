package energy.optibid.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every book, on 10,000 seeded random ones. */
class ClearingHousePropertiesTest {
    private static final int BOOKS = 10_000;

    private final ClearingHouse clearingHouse = new ClearingHouse();

    /** One step of a cleared book. */
    private record Cleared(Order order, CurveStep step, BigDecimal acceptedMw) {
        boolean sale() {
            return order.side() == Side.SELL;
        }

        /** Positive in the money, zero at the money. */
        int gain(BigDecimal price) {
            return sale() ? price.compareTo(step.price()) : step.price().compareTo(price);
        }

        boolean full() {
            return acceptedMw.compareTo(step.quantityMw()) == 0;
        }
    }

    @Test
    void clearShouldAgreeWithBruteForceWhenBooksAreRandom() {
        int vertical = 0;
        int cut = 0;
        for (long seed = 0; seed < BOOKS; seed++) {
            Book book = Books.random(seed);
            ClearingResult fast = clearingHouse.clear(book);
            BruteForceClearing.Outcome slow =
                    BruteForceClearing.clear(book, BruteForceClearing.everyTick(book.limits()));
            String name = "seed " + seed;
            assertThat(fast.volumeMw()).as(name).isEqualByComparingTo(slow.volumeMw());
            assertThat(fast.netExportMw()).as(name).isEqualByComparingTo(slow.netExportMw());
            assertThat(fast.price()).as(name).isEqualByComparingTo(slow.price());
            assertThat(fast.supportingPrices().lowest()).as(name).isEqualByComparingTo(slow.lowest());
            assertThat(fast.supportingPrices().highest()).as(name).isEqualByComparingTo(slow.highest());
            assertThat(fast.unservedMw()).as(name).isEqualByComparingTo(slow.unservedMw());
            assertThat(fast.excessMw()).as(name).isEqualByComparingTo(slow.excessMw());
            assertThat(welfare(book, fast)).as(name).isEqualByComparingTo(slow.welfare());
            vertical += slow.lowest().compareTo(slow.highest()) < 0 ? 1 : 0;
            cut += slow.netExportMw().compareTo(book.netExportMw()) != 0 ? 1 : 0;
        }
        // The books are no test where none of them is an awkward one.
        assertThat(vertical).isBetween(BOOKS / 20, BOOKS * 19 / 20);
        assertThat(cut).isBetween(BOOKS / 100, BOOKS / 2);
    }

    @Test
    void clearShouldBalanceExactlyWhenBooksAreRandom() {
        random().forEach(seed -> {
            Book book = Books.random(seed);
            ClearingResult result = clearingHouse.clear(book);
            BigDecimal sold = sum(cleared(book, result), true);
            BigDecimal bought = sum(cleared(book, result), false);
            assertThat(sold).as("seed " + seed).isEqualByComparingTo(bought.add(result.netExportMw()));
            assertThat(result.volumeMw())
                    .as("seed " + seed)
                    .isEqualByComparingTo(bought.add(result.netExportMw().max(BigDecimal.ZERO)));
        });
    }

    @Test
    void clearShouldLeaveNobodyInTheMoneyOutWhenBooksAreRandom() {
        random().forEach(seed -> {
            Book book = Books.random(seed);
            ClearingResult result = clearingHouse.clear(book);
            List<BigDecimal> supporting = List.of(
                    result.price(),
                    result.supportingPrices().lowest(),
                    result.supportingPrices().highest());
            assertThat(result.supportingPrices().contains(result.price())).isTrue();
            for (Cleared step : cleared(book, result)) {
                for (BigDecimal price : supporting) {
                    boolean right = switch (step.gain(price)) {
                        case 1 -> step.full();
                        case -1 -> step.acceptedMw().signum() == 0;
                        default -> true;
                    };
                    assertThat(right)
                            .as("seed %s, price %s: %s", seed, price, step)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void clearShouldShareTiesProRataWhenBooksAreRandom() {
        long cut = random().map(seed -> {
                    Book book = Books.random(seed);
                    ClearingResult result = clearingHouse.clear(book);
                    return assertFair(seed, book, result, true) + assertFair(seed, book, result, false);
                })
                .sum();
        assertThat(cut).as("steps in cut ties").isGreaterThan(BOOKS / 10);
    }

    @Test
    void clearShouldNotDependOnTheSequenceWhenOrdersAreShuffled() {
        random().forEach(seed -> {
            Book book = Books.random(seed);
            List<Order> shuffled = new ArrayList<>(book.orders());
            Collections.shuffle(shuffled, new Random(seed));
            ClearingResult again = clearingHouse.clear(new Book(book.limits(), book.netExportMw(), shuffled));
            assertThat(again).as("seed " + seed).isEqualTo(clearingHouse.clear(book));
        });
    }

    private static LongStream random() {
        return LongStream.range(0, BOOKS);
    }

    /** Largest remainders, by fractions: nobody without an extra step has a better claim than somebody with one. */
    private static long assertFair(long seed, Book book, ClearingResult result, boolean sales) {
        BigDecimal price = result.supportingPrices().lowest();
        List<Cleared> tied = cleared(book, result).stream()
                .filter(step -> step.sale() == sales && step.gain(price) == 0)
                .toList();
        BigInteger all = tied.stream()
                .map(step -> steps(book, step.step().quantityMw()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger accepted =
                tied.stream().map(step -> steps(book, step.acceptedMw())).reduce(BigInteger.ZERO, BigInteger::add);
        for (Cleared one : tied) {
            BigInteger[] share = share(book, one, accepted, all);
            BigInteger extra = steps(book, one.acceptedMw()).subtract(share[0]);
            assertThat(extra).as("seed %s: %s", seed, one).isBetween(BigInteger.ZERO, BigInteger.ONE);
            for (Cleared other : tied) {
                BigInteger[] otherShare = share(book, other, accepted, all);
                boolean otherHasExtra = steps(book, other.acceptedMw()).compareTo(otherShare[0]) > 0;
                if (extra.signum() > 0 && !otherHasExtra) {
                    int claim = share[1].compareTo(otherShare[1]);
                    boolean better = claim > 0
                            || (claim == 0
                                    && one.order().id().compareTo(other.order().id()) < 0);
                    assertThat(better)
                            .as("seed %s: %s before %s", seed, one, other)
                            .isTrue();
                }
            }
        }
        return accepted.signum() > 0 && accepted.compareTo(all) < 0 ? tied.size() : 0;
    }

    private static BigInteger[] share(Book book, Cleared step, BigInteger accepted, BigInteger all) {
        return accepted.multiply(steps(book, step.step().quantityMw())).divideAndRemainder(all);
    }

    private static BigInteger steps(Book book, BigDecimal mw) {
        return mw.divide(book.limits().quantityStepMw()).toBigIntegerExact();
    }

    private static BigDecimal welfare(Book book, ClearingResult result) {
        return cleared(book, result).stream()
                .map(step -> step.step()
                        .price()
                        .multiply(step.sale() ? step.acceptedMw().negate() : step.acceptedMw()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Cleared> steps, boolean sales) {
        return steps.stream()
                .filter(step -> step.sale() == sales)
                .map(Cleared::acceptedMw)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Cleared> cleared(Book book, ClearingResult result) {
        List<Cleared> steps = new ArrayList<>();
        for (Order order : book.orders()) {
            Acceptance acceptance = result.acceptance(order.id());
            for (int s = 0; s < order.steps().size(); s++) {
                steps.add(new Cleared(
                        order,
                        order.steps().get(s),
                        acceptance.acceptedStepsMw().get(s)));
            }
        }
        return steps;
    }
}

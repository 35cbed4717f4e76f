package energy.optibid.clearing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares out what can be accepted among steps that tie: in proportion to their quantities, rounded down to the quantity
 * step; the steps that then remain go one each to the largest remainders, and among equal remainders by order id
 * (ascending, by UTF-16 code unit). Who came first does not count.
 */
final class ProRata {
    private ProRata() {}

    /**
     * Writes the shares into {@code accepted}.
     *
     * @param tied the steps that tie, all of one side
     * @param total what is accepted of them together, at most the sum of their quantities
     */
    static void share(FlatBook book, int[] tied, long total, long[] accepted) {
        long sum = 0;
        for (int step : tied) {
            sum += book.quantity(step);
        }
        if (total == sum) {
            for (int step : tied) {
                accepted[step] = book.quantity(step);
            }
        } else if (total > 0) {
            shareInPart(book, tied, total, sum, accepted);
        }
    }

    private static void shareInPart(FlatBook book, int[] tied, long total, long sum, long[] accepted) {
        long[] remainders = new long[tied.length];
        long rest = total;
        for (int i = 0; i < tied.length; i++) {
            long quantity = book.quantity(tied[i]);
            long share = floorOfProduct(total, quantity, sum);
            accepted[tied[i]] = share;
            // Both products may wrap around; their difference is below the sum and so is right.
            remainders[i] = total * quantity - share * sum;
            rest -= share;
        }
        int[] favoured = byRemainderThenId(book, tied, remainders);
        for (int i = 0; i < rest; i++) {
            accepted[favoured[i]]++;
        }
    }

    private static int[] byRemainderThenId(FlatBook book, int[] tied, long[] remainders) {
        return IntStream.range(0, tied.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainders[i])
                        .thenComparing(i -> book.orderId(tied[i])))
                .mapToInt(i -> tied[i])
                .toArray();
    }

    private static long floorOfProduct(long total, long quantity, long sum) {
        if (Math.multiplyHigh(total, quantity) == 0 && total * quantity >= 0) {
            return total * quantity / sum;
        }
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(quantity))
                .divide(BigInteger.valueOf(sum))
                .longValueExact();
    }

    /** The steps of one side among the ranks from {@code fromRank} to {@code toRank}. */
    static int[] tied(FlatBook book, Crossing crossing, boolean sales) {
        int[] tied = new int[crossing.toRank() - crossing.fromRank()];
        int count = 0;
        for (int rank = crossing.fromRank(); rank < crossing.toRank(); rank++) {
            int step = book.stepAtRank(rank);
            if (book.isSale(step) == sales) {
                tied[count++] = step;
            }
        }
        return Arrays.copyOf(tied, count);
    }
}

package energy.optibid.clearing;

/**
 * Where supply and demand cross, in ticks above the lowest price allowed.
 *
 * <p>Walking up the prices, what sales and purchases leave over (sales below the price, less purchases above it, less
 * the net export) never falls. A price supports an allocation where that surplus passes zero: one price where it jumps
 * over zero, an interval where it rests on zero.
 *
 * @param lowest the lowest supporting price
 * @param highest the highest supporting price
 * @param fromRank the first rank at the lowest price
 * @param toRank the first rank behind it; equal to {@code fromRank} where no step stands at the lowest price
 * @param need what the steps at the lowest price must sell less what they must buy
 * @param marginalSales all sales at the lowest price
 * @param marginalPurchases all purchases at the lowest price
 */
record Crossing(
        long lowest, long highest, int fromRank, int toRank, long need, long marginalSales, long marginalPurchases) {

    /** Sales at the lowest price that are accepted: as many as purchases there and above can take. */
    long acceptedMarginalSales() {
        return Math.min(marginalSales, marginalPurchases + need);
    }

    long acceptedMarginalPurchases() {
        return acceptedMarginalSales() - need;
    }

    /**
     * Finds the crossing.
     *
     * @param book the steps
     * @param netExport in quantity steps; no more than all sales, no less than minus all purchases
     */
    static Crossing of(FlatBook book, long netExport) {
        long surplus = -book.wanted() - netExport;
        int rank = 0;
        while (surplus < 0) {
            int next = book.rankAfterPriceOf(rank);
            long after = surplus + volume(book, rank, next);
            if (after >= 0) {
                long highest = after > 0 ? book.ticksAtRank(rank) : priceOrMax(book, next);
                return at(book, book.ticksAtRank(rank), highest, rank, next, surplus);
            }
            surplus = after;
            rank = next;
        }
        return atMinimum(book);
    }

    /** Every purchase is served by the net import, so every price up to the first step supports that. */
    private static Crossing atMinimum(FlatBook book) {
        boolean stepAtMinimum = book.size > 0 && book.ticksAtRank(0) == 0;
        int to = stepAtMinimum ? book.rankAfterPriceOf(0) : 0;
        return at(book, 0, priceOrMax(book, 0), 0, to, 0);
    }

    private static Crossing at(FlatBook book, long lowest, long highest, int from, int to, long surplusBefore) {
        long sales = 0;
        for (int rank = from; rank < to; rank++) {
            int step = book.stepAtRank(rank);
            sales += book.isSale(step) ? book.quantity(step) : 0;
        }
        long purchases = volume(book, from, to) - sales;
        return new Crossing(lowest, highest, from, to, -surplusBefore - purchases, sales, purchases);
    }

    private static long volume(FlatBook book, int from, int to) {
        long sum = 0;
        for (int rank = from; rank < to; rank++) {
            sum += book.quantity(book.stepAtRank(rank));
        }
        return sum;
    }

    private static long priceOrMax(FlatBook book, int rank) {
        return rank < book.size ? book.ticksAtRank(rank) : book.maxTicks;
    }
}

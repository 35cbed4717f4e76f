package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.util.Arrays;
import java.util.List;

/**
 * All steps of a valid book side by side in exact longs: prices in ticks above the lowest price allowed, quantities in
 * quantity steps. The steps of an order lie together, in its order.
 */
final class FlatBook {
    private static final int POSITION_BITS = 32;

    final Grid prices;
    final Grid quantities;
    final List<Order> orders;
    final int size;
    final long maxTicks;
    final long netExport;
    private final long minTicks;
    private final long[] ticks;
    private final long[] quantity;
    private final int[] owner;
    private final long[] byPrice;
    private long offered;
    private long wanted;

    /**
     * Flattens a book.
     *
     * @throws InvalidBookException where it breaks the limits
     */
    FlatBook(Book book) {
        AuctionLimits limits = book.limits();
        prices = new Grid(limits.priceTick());
        quantities = new Grid(limits.quantityStepMw());
        orders = book.orders();
        minTicks = prices.count(limits.minPrice());
        maxTicks = prices.count(limits.maxPrice()) - minTicks;
        size = orders.stream().mapToInt(order -> order.steps().size()).sum();
        ticks = new long[size];
        quantity = new long[size];
        owner = new int[size];
        BookCheck check = new BookCheck(limits);
        netExport = check.netExport(book.netExportMw());
        check.orders(orders);
        flatten(check);
        check.refuseBreaches();
        byPrice = sortedByPrice();
        sum();
    }

    boolean isSale(int step) {
        return orders.get(owner[step]).side() == Side.SELL;
    }

    long ticks(int step) {
        return ticks[step];
    }

    long quantity(int step) {
        return quantity[step];
    }

    String orderId(int step) {
        return orders.get(owner[step]).id();
    }

    /** All sales. */
    long offered() {
        return offered;
    }

    /** All purchases. */
    long wanted() {
        return wanted;
    }

    /** The step at a rank of the merit order of both sides together, from the lowest price on. */
    int stepAtRank(int rank) {
        return (int) byPrice[rank];
    }

    long ticksAtRank(int rank) {
        return byPrice[rank] >>> POSITION_BITS;
    }

    /** The first rank behind all steps at the price of the given one. */
    int rankAfterPriceOf(int rank) {
        long price = ticksAtRank(rank);
        int next = rank + 1;
        while (next < size && ticksAtRank(next) == price) {
            next++;
        }
        return next;
    }

    /** Ticks from zero of a price in ticks above the lowest. */
    long fromZero(long aboveMin) {
        return aboveMin + minTicks;
    }

    private void flatten(BookCheck check) {
        int at = 0;
        for (int o = 0; o < orders.size(); o++) {
            Order order = orders.get(o);
            List<CurveStep> steps = order.steps();
            for (int s = 0; s < steps.size(); s++, at++) {
                CurveStep step = steps.get(s);
                if (s > 0) {
                    check.follows(order, steps.get(s - 1), step);
                }
                ticks[at] = check.price(order, step) - minTicks;
                quantity[at] = check.quantity(order, step);
                owner[at] = o;
            }
        }
    }

    /** Price above, position below: sorting longs needs neither objects nor a comparator. */
    private long[] sortedByPrice() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ticks[i] << POSITION_BITS | i;
        }
        Arrays.sort(keys);
        return keys;
    }

    private void sum() {
        for (int i = 0; i < size; i++) {
            if (isSale(i)) {
                offered = Math.addExact(offered, quantity[i]);
            } else {
                wanted = Math.addExact(wanted, quantity[i]);
            }
        }
    }
}

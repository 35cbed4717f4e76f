package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clears a sealed-bid auction of one zone and one delivery period at a uniform price.
 *
 * <p>The allocation maximises welfare (what purchases are willing to pay less what sales ask for), then the volume: a
 * sale and a purchase at exactly the clearing price trade, though nobody gains. Prices and quantities are counted inside
 * in exact longs of ticks and quantity steps, so the balance holds to the last step. The cost is that of one sort of all
 * steps, O(n log n).
 *
 * <ul>
 *   <li><b>Ties.</b> Steps at the marginal price of the side that is cut are accepted pro rata by quantity, rounded down
 *       to the quantity step, the rest by largest remainder, then by order id. Who came first does not count.
 *   <li><b>Price.</b> The prices that support the allocation form an interval. Where it is one price (the curves cross at
 *       a horizontal stretch), that is it. Where the curves share a vertical stretch, it is the midpoint, rounded to the
 *       tick, half a tick upwards: the mid-price rule of the European exchanges (their note "Price indeterminacy in
 *       day-ahead market"), which they apply where a lower and an upper bound exist. An end that is the market's own
 *       lowest or highest price is no such bound, because price-taking orders stand there and the net export has no
 *       price: then the other end is the price. Where neither end is a bound, nobody named a price; it is the allowed
 *       price nearest to zero.
 *   <li><b>Shortage.</b> Where all sales do not suffice for the net export, the net export takes all of them, purchases
 *       get nothing, and the price is the highest. Where they suffice for the net export but not for the purchases at
 *       the highest price, these are cut as a tie. {@link ClearingResult#unservedMw} tells how much went unserved.
 *   <li><b>Excess.</b> The mirror image: a net import beyond all purchases serves these alone, the price is the lowest,
 *       and sales at the lowest price are cut as a tie before it comes to that. {@link ClearingResult#excessMw} tells
 *       how much found no taker.
 * </ul>
 *
 * <p>The net export comes before orders at the limits because it is other zones' schedule and not an order. The result
 * does not depend on the sequence of the orders. Stateless and safe for use by many threads.
 */
public final class ClearingHouse {

    /**
     * Clears a book.
     *
     * @throws InvalidBookException listing every order id that appears twice, order without volume, price out of range
     *     or off the tick, quantity or net export off the quantity step, and curve out of price order
     */
    public ClearingResult clear(Book book) {
        FlatBook flat = new FlatBook(book);
        long netExport = Math.max(-flat.wanted(), Math.min(flat.offered(), flat.netExport));
        Crossing crossing = Crossing.of(flat, netExport);
        long[] accepted = allocate(flat, crossing);
        long lowest = crossing.lowest();
        long highest = crossing.highest();
        if (netExport < flat.netExport) {
            lowest = flat.maxTicks;
            highest = flat.maxTicks;
        } else if (netExport > flat.netExport) {
            lowest = 0;
            highest = 0;
        }
        return result(flat, lowest, highest, netExport, accepted);
    }

    private static long[] allocate(FlatBook book, Crossing crossing) {
        long[] accepted = new long[book.size];
        for (int step = 0; step < book.size; step++) {
            long price = book.ticks(step);
            boolean inTheMoney = book.isSale(step) ? price < crossing.lowest() : price > crossing.lowest();
            accepted[step] = inTheMoney ? book.quantity(step) : 0;
        }
        ProRata.share(book, ProRata.tied(book, crossing, true), crossing.acceptedMarginalSales(), accepted);
        ProRata.share(book, ProRata.tied(book, crossing, false), crossing.acceptedMarginalPurchases(), accepted);
        return accepted;
    }

    private static ClearingResult result(FlatBook book, long lowest, long highest, long netExport, long[] accepted) {
        long sold = 0;
        long unserved = Math.max(0, book.netExport - netExport);
        long excess = Math.max(0, netExport - book.netExport);
        for (int step = 0; step < book.size; step++) {
            if (book.isSale(step)) {
                sold += accepted[step];
                excess += book.ticks(step) == 0 ? book.quantity(step) - accepted[step] : 0;
            } else {
                unserved += book.ticks(step) == book.maxTicks ? book.quantity(step) - accepted[step] : 0;
            }
        }
        Grid mw = book.quantities;
        return new ClearingResult(
                book.prices.value(price(book, lowest, highest)),
                new PriceInterval(book.prices.value(book.fromZero(lowest)), book.prices.value(book.fromZero(highest))),
                mw.value(sold + Math.max(0, -netExport)),
                mw.value(netExport),
                mw.value(unserved),
                mw.value(excess),
                acceptances(book, accepted));
    }

    /** The price rule, in ticks from zero. */
    private static long price(FlatBook book, long lowest, long highest) {
        boolean boundBelow = lowest > 0;
        boolean boundAbove = highest < book.maxTicks;
        if (lowest == highest || (boundBelow && !boundAbove)) {
            return book.fromZero(lowest);
        }
        if (boundAbove && !boundBelow) {
            return book.fromZero(highest);
        }
        if (boundAbove) {
            return Math.floorDiv(book.fromZero(lowest) + book.fromZero(highest) + 1, 2);
        }
        return Math.max(book.fromZero(0), Math.min(book.fromZero(book.maxTicks), 0));
    }

    private static Map<String, Acceptance> acceptances(FlatBook book, long[] accepted) {
        Map<String, Acceptance> acceptances = new LinkedHashMap<>(book.orders.size() * 2);
        int at = 0;
        for (Order order : book.orders) {
            BigDecimal[] steps = new BigDecimal[order.steps().size()];
            long sum = 0;
            for (int s = 0; s < steps.length; s++, at++) {
                steps[s] = book.quantities.value(accepted[at]);
                sum += accepted[at];
            }
            acceptances.put(order.id(), new Acceptance(order.id(), book.quantities.value(sum), List.of(steps)));
        }
        return acceptances;
    }
}

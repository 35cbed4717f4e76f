package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The slow and obvious clearing that the fast one is checked against; shares no idea with it.
 *
 * <p>Volume and welfare: again and again the cheapest sale that is left trades with the dearest purchase that is left,
 * until they no longer agree; the net export takes part as somebody who pays or asks any price. Prices: every candidate
 * is tried, and supports the outcome where everybody's best answer to it adds up to that welfare (strong duality).
 */
final class BruteForceClearing {
    private static final BigDecimal ANY_PRICE = BigDecimal.valueOf(1_000_000);

    /**
     * What came out.
     *
     * @param welfare what accepted purchases would pay less what accepted sales ask for, without the net export
     * @param netExportMw what took place of it
     */
    record Outcome(
            BigDecimal lowest,
            BigDecimal highest,
            BigDecimal price,
            BigDecimal volumeMw,
            BigDecimal netExportMw,
            BigDecimal unservedMw,
            BigDecimal excessMw,
            BigDecimal welfare) {}

    private static final class Remaining {
        final boolean order;
        final BigDecimal price;
        BigDecimal quantity;

        Remaining(boolean order, BigDecimal price, BigDecimal quantity) {
            this.order = order;
            this.price = price;
            this.quantity = quantity;
        }
    }

    private final Book book;
    private final List<Remaining> sales = new ArrayList<>();
    private final List<Remaining> purchases = new ArrayList<>();
    private BigDecimal volume = BigDecimal.ZERO;
    private BigDecimal welfare = BigDecimal.ZERO;

    private BruteForceClearing(Book book) {
        this.book = book;
        for (Order order : book.orders()) {
            for (CurveStep step : order.steps()) {
                (order.side() == Side.SELL ? sales : purchases)
                        .add(new Remaining(true, step.price(), step.quantityMw()));
            }
        }
        sales.add(new Remaining(
                false, ANY_PRICE.negate(), book.netExportMw().negate().max(BigDecimal.ZERO)));
        purchases.add(new Remaining(false, ANY_PRICE, book.netExportMw().max(BigDecimal.ZERO)));
    }

    static Outcome clear(Book book, Collection<BigDecimal> candidatePrices) {
        BruteForceClearing clearing = new BruteForceClearing(book);
        clearing.trade();
        return clearing.outcome(candidatePrices);
    }

    /** Every price on the tick. */
    static Collection<BigDecimal> everyTick(AuctionLimits limits) {
        List<BigDecimal> prices = new ArrayList<>();
        for (BigDecimal p = limits.minPrice(); p.compareTo(limits.maxPrice()) <= 0; p = p.add(limits.priceTick())) {
            prices.add(p);
        }
        return prices;
    }

    /** The limits and every price of an order: the ends of the interval of supporting prices are among them. */
    static Collection<BigDecimal> everyOrderPrice(Book book) {
        TreeSet<BigDecimal> prices =
                new TreeSet<>(List.of(book.limits().minPrice(), book.limits().maxPrice()));
        book.orders().forEach(order -> order.steps().forEach(step -> prices.add(step.price())));
        return prices;
    }

    private void trade() {
        while (true) {
            Remaining sale = best(sales, -1);
            Remaining purchase = best(purchases, 1);
            BigDecimal quantity = sale.quantity.min(purchase.quantity);
            if (quantity.signum() == 0 || sale.price.compareTo(purchase.price) > 0) {
                return;
            }
            sale.quantity = sale.quantity.subtract(quantity);
            purchase.quantity = purchase.quantity.subtract(quantity);
            volume = volume.add(quantity);
            welfare = welfare.add(value(purchase, quantity)).subtract(value(sale, quantity));
        }
    }

    private static BigDecimal value(Remaining remaining, BigDecimal quantity) {
        return remaining.order ? remaining.price.multiply(quantity) : BigDecimal.ZERO;
    }

    private static Remaining best(List<Remaining> side, int sign) {
        Remaining best = side.get(side.size() - 1);
        for (Remaining candidate : side) {
            boolean left = candidate.quantity.signum() > 0;
            boolean better = sign * candidate.price.compareTo(best.price) > 0;
            if (left && (better || best.quantity.signum() == 0)) {
                best = candidate;
            }
        }
        return best;
    }

    private Outcome outcome(Collection<BigDecimal> candidatePrices) {
        BigDecimal importLeft = sales.get(sales.size() - 1).quantity;
        BigDecimal exportLeft = purchases.get(purchases.size() - 1).quantity;
        BigDecimal netExport = book.netExportMw().subtract(exportLeft).add(importLeft);
        BigDecimal lowest;
        BigDecimal highest;
        if (exportLeft.signum() > 0) {
            lowest = highest = book.limits().maxPrice();
        } else if (importLeft.signum() > 0) {
            lowest = highest = book.limits().minPrice();
        } else {
            List<BigDecimal> supporting = candidatePrices.stream()
                    .filter(price -> bestAnswers(price, netExport).compareTo(welfare) == 0)
                    .toList();
            lowest = supporting.stream().min(BigDecimal::compareTo).orElseThrow();
            highest = supporting.stream().max(BigDecimal::compareTo).orElseThrow();
        }
        return new Outcome(
                lowest,
                highest,
                price(lowest, highest),
                volume,
                netExport,
                exportLeft.add(leftAt(purchases, book.limits().maxPrice())),
                importLeft.add(leftAt(sales, book.limits().minPrice())),
                welfare);
    }

    private static BigDecimal leftAt(List<Remaining> side, BigDecimal price) {
        return side.stream()
                .filter(remaining -> remaining.price.compareTo(price) == 0)
                .map(remaining -> remaining.quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What everybody gains who answers a price as suits best, less what the net export pays. */
    private BigDecimal bestAnswers(BigDecimal price, BigDecimal netExport) {
        BigDecimal sum = price.multiply(netExport).negate();
        for (Order order : book.orders()) {
            for (CurveStep step : order.steps()) {
                BigDecimal gain = step.price().subtract(price);
                gain = order.side() == Side.SELL ? gain.negate() : gain;
                sum = sum.add(gain.max(BigDecimal.ZERO).multiply(step.quantityMw()));
            }
        }
        return sum;
    }

    /** The stated price rule, word by word. */
    private BigDecimal price(BigDecimal lowest, BigDecimal highest) {
        AuctionLimits limits = book.limits();
        Optional<BigDecimal> below = Optional.of(lowest).filter(price -> price.compareTo(limits.minPrice()) > 0);
        Optional<BigDecimal> above = Optional.of(highest).filter(price -> price.compareTo(limits.maxPrice()) < 0);
        if (lowest.compareTo(highest) == 0) {
            return lowest;
        }
        if (below.isPresent() && above.isPresent()) {
            return lowest.add(highest)
                    .divide(limits.priceTick().multiply(BigDecimal.valueOf(2)), 1, RoundingMode.UNNECESSARY)
                    .add(new BigDecimal("0.5"))
                    .setScale(0, RoundingMode.FLOOR)
                    .multiply(limits.priceTick());
        }
        return below.or(() -> above).orElse(BigDecimal.ZERO.max(lowest).min(highest));
    }
}

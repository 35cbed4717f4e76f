package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Order books for tests. */
final class Books {
    static final AuctionLimits SDAC = limits("-500", "4000", "0.01", "0.1");

    private Books() {}

    static AuctionLimits limits(String min, String max, String tick, String step) {
        return new AuctionLimits(new BigDecimal(min), new BigDecimal(max), new BigDecimal(tick), new BigDecimal(step));
    }

    static Book book(String netExportMw, Order... orders) {
        return new Book(SDAC, new BigDecimal(netExportMw), List.of(orders));
    }

    /** A sale; price and quantity alternate. */
    static Order sell(String id, String... pricesAndQuantities) {
        return order(id, Side.SELL, pricesAndQuantities);
    }

    /** A purchase; price and quantity alternate. */
    static Order buy(String id, String... pricesAndQuantities) {
        return order(id, Side.BUY, pricesAndQuantities);
    }

    private static Order order(String id, Side side, String... pricesAndQuantities) {
        List<CurveStep> steps = new ArrayList<>();
        for (int i = 0; i < pricesAndQuantities.length; i += 2) {
            steps.add(
                    new CurveStep(new BigDecimal(pricesAndQuantities[i]), new BigDecimal(pricesAndQuantities[i + 1])));
        }
        return new Order(id, "desk-" + id, side, steps);
    }

    /**
     * A small book of few prices, so that steps often tie, meet the limits, and leave a stretch of prices open.
     *
     * @param seed the same seed gives the same book
     */
    static Book random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BigDecimal tick = pick(random, "0.01", "0.05", "0.5", "1", "2.5");
        BigDecimal step = pick(random, "0.001", "0.1", "0.25", "1", "5");
        int minTicks = -random.nextInt(20);
        int spanTicks = 1 + random.nextInt(random.nextBoolean() ? 6 : 40);
        AuctionLimits limits = new AuctionLimits(
                tick.multiply(BigDecimal.valueOf(minTicks)),
                tick.multiply(BigDecimal.valueOf(minTicks + spanTicks)),
                tick,
                step);
        List<Order> orders = new ArrayList<>();
        for (int i = random.nextInt(13); i > 0; i--) {
            orders.add(randomOrder(random, "o" + i, limits, minTicks, spanTicks));
        }
        int netExport = random.nextInt(3) == 0 ? 0 : random.nextInt(61) - 30;
        return new Book(limits, step.multiply(BigDecimal.valueOf(netExport)), orders);
    }

    private static Order randomOrder(
            SplittableRandom random, String id, AuctionLimits limits, int minTicks, int spanTicks) {
        TreeSet<Integer> ticks = new TreeSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            ticks.add(minTicks + random.nextInt(spanTicks + 1));
        }
        Side side = random.nextBoolean() ? Side.SELL : Side.BUY;
        int most = random.nextInt(4) == 0 ? 1 : 12;
        List<CurveStep> steps = new ArrayList<>();
        for (int price : side == Side.SELL ? ticks : ticks.descendingSet()) {
            steps.add(new CurveStep(
                    limits.priceTick().multiply(BigDecimal.valueOf(price)),
                    limits.quantityStepMw().multiply(BigDecimal.valueOf(1L + random.nextInt(most)))));
        }
        return new Order(id, "desk-" + id, side, steps);
    }

    private static BigDecimal pick(SplittableRandom random, String... values) {
        return new BigDecimal(values[random.nextInt(values.length)]);
    }
}

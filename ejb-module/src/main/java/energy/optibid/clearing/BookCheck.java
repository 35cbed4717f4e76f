package energy.optibid.clearing;

import energy.optibid.clearing.BookFinding.Rule;
import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds every breach of the market's rules in orders, then refuses them all at once. */
final class BookCheck {
    private final AuctionLimits limits;
    private final Grid prices;
    private final Grid quantities;
    private final List<BookFinding> findings = new ArrayList<>();

    BookCheck(AuctionLimits limits) {
        this.limits = limits;
        this.prices = new Grid(limits.priceTick());
        this.quantities = new Grid(limits.quantityStepMw());
    }

    /**
     * Counts the net export in quantity steps.
     *
     * @return the count, or zero where it is off the step, which is noted
     */
    long netExport(BigDecimal netExportMw) {
        long count = quantities.count(netExportMw);
        if (count != Grid.OFF) {
            return count;
        }
        add(
                Rule.NET_EXPORT_ON_STEP,
                "",
                "the net export of " + netExportMw + " MW is no multiple of " + limits.quantityStepMw() + " MW");
        return 0;
    }

    /** Notes what is wrong with orders as a whole: identifiers that appear twice, curves without a step. */
    void orders(List<Order> orders) {
        Set<String> seen = new HashSet<>(orders.size() * 2);
        for (Order order : orders) {
            if (!seen.add(order.id())) {
                add(Rule.ORDER_ID_UNIQUE, order.id(), "order " + order.id() + " appears more than once");
            }
            if (order.steps().isEmpty()) {
                add(Rule.VOLUME_POSITIVE, order.id(), "order " + order.id() + " has no volume");
            }
        }
    }

    /** The price in ticks, or zero where it is refused, which is noted. */
    long price(Order order, CurveStep step) {
        if (!limits.allowsPrice(step.price())) {
            add(
                    Rule.PRICE_IN_RANGE,
                    order.id(),
                    "order " + order.id() + ": price " + step.price() + " lies outside " + limits.minPrice() + " to "
                            + limits.maxPrice());
            return 0;
        }
        long ticks = prices.count(step.price());
        if (ticks != Grid.OFF) {
            return ticks;
        }
        add(
                Rule.PRICE_ON_TICK,
                order.id(),
                "order " + order.id() + ": price " + step.price() + " is no multiple of " + limits.priceTick());
        return 0;
    }

    /** The quantity in steps, or zero where it is refused, which is noted. */
    long quantity(Order order, CurveStep step) {
        long count = quantities.count(step.quantityMw());
        if (count != Grid.OFF) {
            return count;
        }
        add(
                Rule.QUANTITY_ON_STEP,
                order.id(),
                "order " + order.id() + ": quantity " + step.quantityMw() + " MW is no multiple of "
                        + limits.quantityStepMw() + " MW");
        return 0;
    }

    /** Notes a curve whose steps do not run from the best price to the worst, each once. */
    void follows(Order order, CurveStep before, CurveStep step) {
        int rise = step.price().compareTo(before.price());
        if (order.side() == Side.SELL ? rise <= 0 : rise >= 0) {
            add(
                    Rule.STEPS_IN_PRICE_ORDER,
                    order.id(),
                    "order " + order.id() + ": price " + step.price() + " does not follow " + before.price()
                            + " on a curve from the best price on");
        }
    }

    /**
     * Ends the check.
     *
     * @throws InvalidBookException where anything was noted
     */
    void refuseBreaches() {
        if (!findings.isEmpty()) {
            throw new InvalidBookException(findings);
        }
    }

    private void add(Rule rule, String orderId, String message) {
        findings.add(new BookFinding(rule, orderId, message));
    }
}

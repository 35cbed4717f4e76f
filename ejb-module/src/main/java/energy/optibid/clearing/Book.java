package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The order book of one zone and one delivery period when the gate closes.
 *
 * @param limits what the market allows
 * @param netExportMw what flows out of the zone whatever the price, MW: positive is demand, negative is supply
 * @param orders in any order: the result does not depend on it
 */
public record Book(AuctionLimits limits, BigDecimal netExportMw, List<Order> orders) {
    public Book {
        orders = List.copyOf(orders);
    }

    /** This book with more orders at its end. */
    public Book with(List<Order> more) {
        List<Order> all = new ArrayList<>(orders.size() + more.size());
        all.addAll(orders);
        all.addAll(more);
        return new Book(limits, netExportMw, all);
    }
}

package energy.optibid.clearing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clears our orders among those of the others. */
final class OrderBookExchange implements Exchange {
    private final ClearingHouse clearingHouse = new ClearingHouse();
    private final Book others;

    OrderBookExchange(Book others) {
        this.others = others;
    }

    @Override
    public AuctionResult clear(List<Order> ours) {
        ClearingResult result = clearingHouse.clear(others.with(ours));
        Map<String, Acceptance> acceptances = new LinkedHashMap<>(ours.size() * 2);
        ours.forEach(order -> acceptances.put(order.id(), result.acceptance(order.id())));
        return new AuctionResult(result.price(), acceptances);
    }
}

package energy.optibid.clearing;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settles our orders against a price that they do not move. */
final class PriceTakerExchange implements Exchange {
    private final AuctionLimits limits;
    private final BigDecimal publishedPrice;

    PriceTakerExchange(AuctionLimits limits, BigDecimal publishedPrice) {
        this.limits = limits;
        this.publishedPrice = publishedPrice;
    }

    @Override
    public AuctionResult clear(List<Order> ours) {
        FlatBook book = new FlatBook(new Book(limits, BigDecimal.ZERO, ours));
        Map<String, Acceptance> acceptances = new LinkedHashMap<>(ours.size() * 2);
        ours.forEach(order -> acceptances.put(order.id(), accept(order, book.quantities.value(0))));
        return new AuctionResult(publishedPrice, acceptances);
    }

    private Acceptance accept(Order order, BigDecimal nothing) {
        List<BigDecimal> steps = order.steps().stream()
                .map(step -> inTheMoney(order.side(), step) ? step.quantityMw() : nothing)
                .toList();
        return new Acceptance(order.id(), steps.stream().reduce(nothing, BigDecimal::add), steps);
    }

    private boolean inTheMoney(Side side, CurveStep step) {
        int limit = step.price().compareTo(publishedPrice);
        return side == Side.SELL ? limit <= 0 : limit >= 0;
    }
}

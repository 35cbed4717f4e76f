package energy.optibid.clearing;

import java.math.BigDecimal;
import java.util.List;

/**
 * The built-in exchange during the auction of one zone and delivery period: takes our orders, returns what became of
 * them. It either holds the others' orders and clears ours among them, or knows the published price alone and treats us
 * as too small to move it.
 */
public sealed interface Exchange permits OrderBookExchange, PriceTakerExchange {

    /**
     * Holds the auction.
     *
     * @param ours our orders; ids must differ from each other and from those of the book
     * @throws InvalidBookException listing every breach of the market's limits
     */
    AuctionResult clear(List<Order> ours);

    /** An exchange that holds the others' orders and the net export, and clears ours together with them. */
    static Exchange holding(Book others) {
        return new OrderBookExchange(others);
    }

    /**
     * An exchange without an order book: sales with a limit at or below the published price and purchases with a limit
     * at or above it are accepted in full, so also at equality.
     *
     * @param limits what the market allows in orders
     * @param publishedPrice currency per MWh; need not lie on the tick, as an average need not
     */
    static Exchange priceTaker(AuctionLimits limits, BigDecimal publishedPrice) {
        return new PriceTakerExchange(limits, publishedPrice);
    }
}

package energy.optibid.clearing;

import java.math.BigDecimal;

/**
 * What a market allows in the orders of one auction.
 *
 * @param minPrice lowest price, currency per MWh; may be negative; a multiple of the tick
 * @param maxPrice highest price, currency per MWh; a multiple of the tick, above {@code minPrice}
 * @param priceTick every price is a multiple of it, currency per MWh; positive; its scale is that of the clearing price
 * @param quantityStepMw every quantity is a multiple of it, MW; positive; its scale is that of accepted quantities
 */
public record AuctionLimits(BigDecimal minPrice, BigDecimal maxPrice, BigDecimal priceTick, BigDecimal quantityStepMw) {

    /** Prices are packed with a position into 64 bits: 2³¹ ticks are twenty million currency units at a cent. */
    private static final long MOST_TICKS = 1L << 31;

    /**
     * Checks the limits themselves.
     *
     * @throws IllegalArgumentException where they contradict each other
     */
    public AuctionLimits {
        Grid prices = new Grid(priceTick);
        Grid.requirePositive("quantity step", quantityStepMw);
        if (minPrice.compareTo(maxPrice) >= 0) {
            throw new IllegalArgumentException(
                    "The lowest price " + minPrice + " must lie below the highest price " + maxPrice);
        }
        long min = requireOnGrid(prices, minPrice);
        long max = requireOnGrid(prices, maxPrice);
        if (Math.subtractExact(max, min) >= MOST_TICKS) {
            throw new IllegalArgumentException(
                    "More than " + MOST_TICKS + " ticks of " + priceTick + " between " + minPrice + " and " + maxPrice);
        }
    }

    boolean allowsPrice(BigDecimal price) {
        return price.compareTo(minPrice) >= 0 && price.compareTo(maxPrice) <= 0;
    }

    private static long requireOnGrid(Grid prices, BigDecimal price) {
        long ticks = prices.count(price);
        if (ticks == Grid.OFF) {
            throw new IllegalArgumentException("The price limit " + price + " is no multiple of the tick");
        }
        return ticks;
    }
}

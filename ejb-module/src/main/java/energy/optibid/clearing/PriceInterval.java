package energy.optibid.clearing;

import java.math.BigDecimal;

/**
 * The closed interval of prices that support an allocation: at each of them nobody in the money is left out and nobody
 * out of the money is let in.
 *
 * @param lowest currency per MWh
 * @param highest currency per MWh, not below {@code lowest}; equal to it where the price is unique
 */
public record PriceInterval(BigDecimal lowest, BigDecimal highest) {
    public boolean contains(BigDecimal price) {
        return price.compareTo(lowest) >= 0 && price.compareTo(highest) <= 0;
    }
}

package energy.optibid.settlement;

import energy.optibid.quantity.DeliveryPeriod;
import java.math.BigDecimal;

/**
 * What was planned and what was sold for one delivery period.
 *
 * @param plannedMw power that the plan asked for, MW; positive is a sale
 * @param acceptedMw power that the auction accepted, MW; positive is a sale
 * @param clearingPrice price of the accepted quantity, currency per MWh
 * @param publishedPrice price of any deviation from it, currency per MWh
 */
public record SoldPeriod(
        DeliveryPeriod period,
        BigDecimal plannedMw,
        BigDecimal acceptedMw,
        BigDecimal clearingPrice,
        BigDecimal publishedPrice) {}

package energy.optibid.bidding;

import java.math.BigDecimal;

/**
 * The rules of an auction that a bid must keep.
 *
 * @param minPrice lowest limit price, currency per MWh
 * @param maxPrice highest limit price, currency per MWh
 * @param priceTick limit prices are multiples of it
 * @param quantityStepMw quantities are multiples of it, MW
 * @param maxCurvePoints most steps of one bid
 * @param currency ISO 4217
 */
public record TradingLimits(
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,
        BigDecimal quantityStepMw,
        int maxCurvePoints,
        String currency) {}

package energy.optibid.bidding;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules of an auction that a bid must keep.
 *
 * @param minPrice lowest limit price, currency per MWh
 * @param maxPrice highest limit price, currency per MWh
 * @param priceTick limit prices are multiples of it
 * @param minQuantityMw smallest quantity of a bid, all steps together, MW; absent where there is none beside the step
 * @param maxQuantityMw largest quantity of a bid, all steps together, MW; absent where there is none
 * @param quantityStepMw quantities are multiples of it, MW
 * @param maxCurvePoints most steps of one bid; absent where there is no such limit
 * @param currency ISO 4217
 */
public record TradingLimits(
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,
        Optional<BigDecimal> minQuantityMw,
        Optional<BigDecimal> maxQuantityMw,
        BigDecimal quantityStepMw,
        OptionalInt maxCurvePoints,
        String currency) {}

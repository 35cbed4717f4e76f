package energy.optibid.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an order of a product may look like.
 *
 * @param minPrice lowest price of an order, currency per MWh
 * @param maxPrice highest price of an order, currency per MWh
 * @param priceTick step of a price, currency per MWh
 * @param minQuantityMw smallest quantity of an order, MW; absent where the rules name none beside the step
 * @param maxQuantityMw largest quantity of an order, MW; absent where the rules name none
 * @param quantityStepMw step of a quantity, MW
 * @param curve what lies between two points of a curve
 * @param maxCurvePoints most points of one order; absent where the rules name no number
 * @param kinds of orders that are taken, each once
 */
public record OrderRules(
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,
        Optional<BigDecimal> minQuantityMw,
        Optional<BigDecimal> maxQuantityMw,
        BigDecimal quantityStepMw,
        CurveKind curve,
        OptionalInt maxCurvePoints,
        List<OrderKind> kinds) {
    public OrderRules {
        kinds = List.copyOf(kinds);
    }
}

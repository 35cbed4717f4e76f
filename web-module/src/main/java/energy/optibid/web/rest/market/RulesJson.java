package energy.optibid.web.rest.market;

import energy.optibid.market.RuleSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The rules of a product on one delivery day.
 *
 * @param validTo first delivery day after these rules, absent while open-ended
 * @param periodMinutes length of a delivery period
 * @param gateClosure from this instant on orders for the day are refused
 * @param resultTime when the day's results are published
 * @param verified whether each number was read in the operator's own text
 */
public record RulesJson(
        String productCode,
        LocalDate deliveryDate,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String timeZone,
        int periodMinutes,
        LocalTime gateClosureLocalTime,
        LocalTime resultLocalTime,
        Instant gateClosure,
        Instant resultTime,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,
        BigDecimal quantityStepMw,
        int maxCurvePoints,
        String currency,
        String priceUnit,
        boolean verified,
        String source) {
    static RulesJson of(RuleSet rules, LocalDate deliveryDate) {
        return new RulesJson(
                rules.productCode(),
                deliveryDate,
                rules.validFrom(),
                rules.validTo(),
                rules.timeZone().getId(),
                rules.timeUnit().minutes(),
                rules.gateClosureLocalTime(),
                rules.resultLocalTime(),
                rules.gateClosure(deliveryDate),
                rules.resultTime(deliveryDate),
                rules.minPrice(),
                rules.maxPrice(),
                rules.priceTick(),
                rules.quantityStepMw(),
                rules.maxCurvePoints(),
                rules.currency(),
                rules.currency() + "/MWh",
                rules.verified(),
                rules.source());
    }
}

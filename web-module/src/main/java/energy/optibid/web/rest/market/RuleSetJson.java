package energy.optibid.web.rest.market;

import energy.optibid.market.CurveKind;
import energy.optibid.market.GateTime;
import energy.optibid.market.OrderKind;
import energy.optibid.market.OrderRules;
import energy.optibid.market.RuleItem;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules of a product for some delivery days. */
public record RuleSetJson(
        String productCode,
        LocalDate validFrom,

        @Schema(description = "First delivery day after these rules, absent while open-ended")
        Optional<LocalDate> validTo,

        @Schema(description = "Decides the trading day, and gate times that are local")
        String timeZone,

        int periodMinutes,
        String currency,
        String priceUnit,

        @Schema(description = "Delivery that one auction sells; absent where it is the trading day")
        Optional<Integer> sessionMinutes,

        @Schema(description = "D-1 10:00, or a time before delivery, PT1H; absent where the rules state none")
        Optional<String> gateOpening,

        @Schema(description = "D-1 12:00, or a time before delivery, PT45M")
        String gateClosure,

        @Schema(description = "As gateClosure; absent where the rules state no time")
        Optional<String> results,

        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,

        @Schema(description = "Of an order; absent where the rules name none beside the step")
        Optional<BigDecimal> minQuantityMw,

        @Schema(description = "Of an order; absent where the rules name none")
        Optional<BigDecimal> maxQuantityMw,

        BigDecimal quantityStepMw,

        @Schema(description = "What lies between two points of a curve")
        CurveKind curve,

        @Schema(description = "Of an order; absent where the rules name no number")
        Optional<Integer> maxCurvePoints,

        List<OrderKind> orderKinds,

        @Schema(description = "Whether each number was read in the operator's own text")
        boolean verified,

        List<RuleSourceJson> sources) {

    static RuleSetJson of(RuleSet rules) {
        OrderRules orders = rules.orders();
        return new RuleSetJson(
                rules.productCode(),
                rules.validFrom(),
                rules.validTo(),
                rules.timeZone().getId(),
                rules.timeUnit().minutes(),
                rules.currency(),
                rules.currency() + "/MWh",
                number(rules.times().sessionMinutes()),
                rules.times().opening().map(GateTime::text),
                rules.times().closure().text(),
                rules.times().results().map(GateTime::text),
                orders.minPrice(),
                orders.maxPrice(),
                orders.priceTick(),
                orders.minQuantityMw(),
                orders.maxQuantityMw(),
                orders.quantityStepMw(),
                orders.curve(),
                number(orders.maxCurvePoints()),
                orders.kinds(),
                rules.verified(),
                rules.sources().stream().map(RuleSourceJson::of).toList());
    }

    private static Optional<Integer> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** Where a part of the rules comes from. */
    public record RuleSourceJson(
            @Schema(description = "The part; each has one source")
            RuleItem of,

            @Schema(description = "Whether each of its numbers was read in the operator's own text")
            boolean verified,

            @Schema(description = "Which text that is, 1 to 500 characters")
            String source) {

        static RuleSourceJson of(RuleSource source) {
            return new RuleSourceJson(source.item(), source.verified(), source.text());
        }

        RuleSource ruleSource() {
            return new RuleSource(of, verified, source);
        }
    }
}

package energy.optibid.web.rest.market;

import energy.optibid.market.AuctionTimes;
import energy.optibid.market.CurveKind;
import energy.optibid.market.GateTime;
import energy.optibid.market.OrderKind;
import energy.optibid.market.OrderRules;
import energy.optibid.market.RuleFinding;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RulesRefusedException;
import energy.optibid.quantity.MarketTimeUnit;
import energy.optibid.web.rest.market.RuleSetJson.RuleSourceJson;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rules to be added, as {@link RuleSetJson} shows them. */
public record NewRuleSetJson(
        @Schema(description = "First delivery day; the gate for it must still be to close")
        LocalDate validFrom,

        Optional<LocalDate> validTo,

        @Schema(description = "Of the IANA data base") String timeZone,

        @Schema(description = "15, 30 or 60") int periodMinutes,

        @Schema(description = "ISO 4217") String currency,

        Optional<Integer> sessionMinutes,
        Optional<String> gateOpening,
        String gateClosure,
        Optional<String> results,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal priceTick,
        Optional<BigDecimal> minQuantityMw,
        Optional<BigDecimal> maxQuantityMw,
        BigDecimal quantityStepMw,
        CurveKind curve,
        Optional<Integer> maxCurvePoints,
        List<OrderKind> orderKinds,
        List<RuleSourceJson> sources) {

    /** @throws RulesRefusedException where a text cannot be read */
    RuleSet rules(String productCode) {
        Reading reading = new Reading();
        Optional<ZoneId> zone = reading.read("timeZone", timeZone, ZoneId::of);
        Optional<MarketTimeUnit> unit = reading.read("periodMinutes", periodMinutes, MarketTimeUnit::ofMinutes);
        Optional<GateTime> opening = gateOpening.flatMap(text -> reading.read("gateOpening", text, GateTime::parse));
        Optional<GateTime> closure = reading.read("gateClosure", gateClosure, GateTime::parse);
        Optional<GateTime> published = results.flatMap(text -> reading.read("results", text, GateTime::parse));
        reading.requireSound();
        return new RuleSet(
                productCode,
                validFrom,
                validTo,
                zone.orElseThrow(),
                unit.orElseThrow(),
                currency,
                new AuctionTimes(number(sessionMinutes), opening, closure.orElseThrow(), published),
                orders(),
                sources.stream().map(RuleSourceJson::ruleSource).toList());
    }

    private OrderRules orders() {
        return new OrderRules(
                minPrice,
                maxPrice,
                priceTick,
                minQuantityMw,
                maxQuantityMw,
                quantityStepMw,
                curve,
                number(maxCurvePoints),
                orderKinds);
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** Reads one field after the other and remembers what could not be read. */
    private static final class Reading {
        private final List<RuleFinding> findings = new ArrayList<>();

        <A, B> Optional<B> read(String field, A given, Function<A, B> reader) {
            try {
                return Optional.of(reader.apply(given));
            } catch (DateTimeException | IllegalArgumentException e) {
                findings.add(new RuleFinding("malformed", field, String.valueOf(e.getMessage()), given.toString()));
                return Optional.empty();
            }
        }

        void requireSound() {
            if (!findings.isEmpty()) {
                throw new RulesRefusedException(findings);
            }
        }
    }
}

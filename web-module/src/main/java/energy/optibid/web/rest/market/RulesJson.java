package energy.optibid.web.rest.market;

import energy.optibid.market.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules of a product on one delivery day. */
public record RulesJson(
        LocalDate deliveryDate,

        @Schema(description = "How many delivery periods the day has: 23 to 25 hours, 92 to 100 quarter-hours")
        int periods,

        @Schema(description = "The day's auctions in the order of their deliveries")
        List<GateJson> gates,

        RuleSetJson ruleSet) {

    static RulesJson of(RuleSet rules, LocalDate deliveryDate, Instant now) {
        return new RulesJson(
                deliveryDate,
                rules.day(deliveryDate).periods(rules.timeUnit()).size(),
                rules.gates(deliveryDate).stream()
                        .map(gate -> GateJson.of(gate, now))
                        .toList(),
                RuleSetJson.of(rules));
    }
}

package energy.optibid.market.internal;

import energy.optibid.identity.AuditTrail;
import energy.optibid.market.GateTime;
import energy.optibid.market.OrderKind;
import energy.optibid.market.OrderRules;
import energy.optibid.market.RuleSet;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** Tells the audit trail and the outbox of each change of rules, in its transaction. The events are the platform's. */
@ApplicationScoped
public class RuleJournal {
    private static final String RULE_SET = "rule-set";

    @Inject
    AuditTrail auditTrail;

    @Inject
    Outbox outbox;

    public void added(Actor actor, RuleSet rules) {
        String json = json(rules);
        auditTrail.record(actor, "rule-set.add", RULE_SET, id(rules), Optional.empty(), Optional.of(json));
        outbox.append(Optional.empty(), "RuleSetAdded", RULE_SET, id(rules), json);
    }

    public void ended(Actor actor, RuleSet before, RuleSet after) {
        String json = json(after);
        auditTrail.record(actor, "rule-set.end", RULE_SET, id(after), Optional.of(json(before)), Optional.of(json));
        outbox.append(Optional.empty(), "RuleSetEnded", RULE_SET, id(after), json);
    }

    private static String id(RuleSet rules) {
        return rules.productCode() + "/" + rules.validFrom();
    }

    /** As in the API, without the sources. */
    private static String json(RuleSet rules) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("productCode", rules.productCode())
                .add("validFrom", rules.validFrom().toString());
        rules.validTo().ifPresent(end -> json.add("validTo", end.toString()));
        json.add("timeZone", rules.timeZone().getId())
                .add("periodMinutes", rules.timeUnit().minutes())
                .add("currency", rules.currency());
        rules.times().sessionMinutes().ifPresent(minutes -> json.add("sessionMinutes", minutes));
        rules.times().opening().map(GateTime::text).ifPresent(text -> json.add("gateOpening", text));
        json.add("gateClosure", rules.times().closure().text());
        rules.times().results().map(GateTime::text).ifPresent(text -> json.add("results", text));
        orders(json, rules.orders());
        return json.add("verified", rules.verified()).build().toString();
    }

    private static void orders(JsonObjectBuilder json, OrderRules orders) {
        json.add("minPrice", orders.minPrice())
                .add("maxPrice", orders.maxPrice())
                .add("priceTick", orders.priceTick());
        orders.minQuantityMw().ifPresent(least -> json.add("minQuantityMw", least));
        orders.maxQuantityMw().ifPresent(most -> json.add("maxQuantityMw", most));
        json.add("quantityStepMw", orders.quantityStepMw())
                .add("curve", orders.curve().code());
        orders.maxCurvePoints().ifPresent(points -> json.add("maxCurvePoints", points));
        JsonArrayBuilder kinds = Json.createArrayBuilder();
        orders.kinds().stream().map(OrderKind::code).forEach(kinds::add);
        json.add("orderKinds", kinds);
    }
}

package energy.optibid.market.internal;

import energy.optibid.market.Gate;
import energy.optibid.market.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gates that are still to close at an instant, by the rules of several products. */
public final class ComingGates {
    private static final int DAYS_AHEAD = Math.toIntExact(RuleCheck.LONGEST_LEAD.toDays()) + 2;

    private final Collection<List<RuleSet>> rulesByProduct;
    private final Instant now;

    /** @param rules those of one product in the order of their days */
    public ComingGates(List<RuleSet> rules, Instant now) {
        this.rulesByProduct = rules.stream()
                .collect(Collectors.groupingBy(RuleSet::productCode))
                .values();
        this.now = now;
    }

    /** The next one first; at most so many of each product. */
    public List<Gate> next(int ofEach) {
        return rulesByProduct.stream()
                .flatMap(rules -> ofProduct(rules).limit(ofEach))
                .sorted(Comparator.comparing(Gate::closes)
                        .thenComparing(Gate::productCode)
                        .thenComparing(gate -> gate.delivery().start()))
                .toList();
    }

    private Stream<Gate> ofProduct(List<RuleSet> rules) {
        return Stream.iterate(0, ahead -> ahead + 1)
                .limit(DAYS_AHEAD)
                .flatMap(ahead -> rules.stream().flatMap(each -> ofDay(each, ahead)))
                .filter(gate -> gate.closes().isAfter(now));
    }

    private Stream<Gate> ofDay(RuleSet rules, int daysAhead) {
        LocalDate day = LocalDate.ofInstant(now, rules.timeZone()).plusDays(daysAhead);
        return rules.appliesOn(day) ? rules.gates(day).stream() : Stream.empty();
    }
}

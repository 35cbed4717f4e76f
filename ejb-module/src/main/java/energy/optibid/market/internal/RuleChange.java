package energy.optibid.market.internal;

import energy.optibid.market.RuleFinding;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSetNotFoundException;
import energy.optibid.market.RuleSetsOverlapException;
import energy.optibid.market.RulesInForceException;
import energy.optibid.market.RulesRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Changes the rule sets of a product, one change at a time; see {@link energy.optibid.market.RuleBook} for what it throws. */
public final class RuleChange {
    private final MarketTables markets;
    private final RuleTable rules;
    private final Instant now;

    public RuleChange(Connection connection, Instant now) {
        this.markets = new MarketTables(connection);
        this.rules = new RuleTable(connection);
        this.now = now;
    }

    /** @return the rule set that ends where the new one begins, as it was */
    public Optional<RuleSet> add(RuleSet wanted) throws SQLException {
        rules.lock(markets.requireProduct(wanted.productCode()));
        List<RuleFinding> findings = new RuleCheck(wanted).findings();
        if (!findings.isEmpty()) {
            throw new RulesRefusedException(findings);
        }
        List<RuleSet> others = rules.ofProduct(wanted.productCode());
        requireRoom(wanted, others);
        Optional<RuleSet> before = others.stream()
                .filter(other -> other.appliesOn(wanted.validFrom()))
                .findFirst();
        if (before.isPresent()) {
            requireGateAhead(before.get(), wanted.validFrom());
            rules.end(before.get(), wanted.validFrom());
        }
        rules.insert(wanted);
        return before;
    }

    /** @return the rule set as it was */
    public RuleSet end(String productCode, LocalDate validFrom, LocalDate validTo) throws SQLException {
        rules.lock(markets.requireProduct(productCode));
        RuleSet before = rules.ofProduct(productCode).stream()
                .filter(each -> each.validFrom().equals(validFrom))
                .findFirst()
                .orElseThrow(() -> new RuleSetNotFoundException(productCode, validFrom));
        if (!validTo.isAfter(validFrom)
                || before.validTo().filter(end -> !validTo.isBefore(end)).isPresent()) {
            String until = before.validTo().map(end -> " and before " + end).orElse("");
            throw new RulesRefusedException(List.of(new RuleFinding(
                    "contradicts", "validTo", "The end must be after " + validFrom + until, validTo.toString())));
        }
        requireGateAhead(before, validTo);
        rules.end(before, validTo);
        return before;
    }

    private void requireGateAhead(RuleSet inForce, LocalDate deliveryDate) {
        Instant closure = inForce.gateClosure(deliveryDate);
        if (!now.isBefore(closure)) {
            throw new RulesInForceException(inForce.productCode(), deliveryDate, closure);
        }
    }

    /** Within the days of the rule set before it and of the one after it, so that no day loses its rules unasked. */
    private static void requireRoom(RuleSet wanted, List<RuleSet> others) {
        for (RuleSet other : others) {
            LocalDate from = other.validFrom();
            if (from.equals(wanted.validFrom())) {
                throw new RuleSetsOverlapException(other, "the new ones must begin on another day");
            }
            if (from.isAfter(wanted.validFrom())
                    && wanted.validTo().map(end -> end.isAfter(from)).orElse(true)) {
                throw new RuleSetsOverlapException(other, "the new ones must end on " + from + " or earlier");
            }
            if (other.appliesOn(wanted.validFrom()) && endsBefore(wanted, other)) {
                throw new RuleSetsOverlapException(
                        other, "the new ones take their place and must not end earlier than they do");
            }
        }
    }

    private static boolean endsBefore(RuleSet wanted, RuleSet other) {
        return wanted.validTo().isPresent()
                && other.validTo()
                        .map(end -> end.isAfter(wanted.validTo().get()))
                        .orElse(false);
    }
}

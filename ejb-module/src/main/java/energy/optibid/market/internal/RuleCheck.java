package energy.optibid.market.internal;

import energy.optibid.market.AuctionTimes;
import energy.optibid.market.Gate;
import energy.optibid.market.OrderRules;
import energy.optibid.market.RuleFinding;
import energy.optibid.market.RuleItem;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a rule set by itself. */
final class RuleCheck {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final int MOST_SESSION_MINUTES = 720;
    private static final int MOST_POINTS = 10_000;
    private static final int LONGEST_SOURCE = 500;
    private static final BigDecimal MOST = new BigDecimal(1_000_000);
    private static final int MOST_DECIMALS = 6;

    /** Gates are looked at on so many days: a year has every change of a clock. */
    private static final int DAYS = 366;

    /** Who looks for the coming gates looks as far ahead. */
    static final Duration LONGEST_LEAD = Duration.ofDays(35);

    private final RuleSet rules;
    private final List<RuleFinding> findings = new ArrayList<>();

    RuleCheck(RuleSet rules) {
        this.rules = rules;
    }

    /** Everything, in the order of the fields; empty where it is sound. */
    List<RuleFinding> findings() {
        days();
        currency();
        sessions();
        orders(rules.orders());
        sources();
        if (findings.isEmpty()) {
            gates();
        }
        return findings;
    }

    private void days() {
        LocalDate from = rules.validFrom();
        if (from.isBefore(EARLIEST) || !from.isBefore(LATEST)) {
            add("out-of-range", "validFrom", "The first day must be from " + EARLIEST + " to before " + LATEST, from);
        }
        rules.validTo()
                .filter(end -> !end.isAfter(from) || end.isAfter(LATEST))
                .ifPresent(end -> add(
                        "contradicts", "validTo", "The end must be after the first day, and not after " + LATEST, end));
    }

    private void currency() {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(rules.currency()))) {
            add("unknown-currency", "currency", "The currency must be one of ISO 4217", rules.currency());
        }
    }

    private void sessions() {
        AuctionTimes times = rules.times();
        int period = rules.timeUnit().minutes();
        times.sessionMinutes().ifPresent(session -> {
            if (session <= 0 || session > MOST_SESSION_MINUTES || session % period != 0) {
                add(
                        "out-of-range",
                        "sessionMinutes",
                        "A session must be a multiple of the period of " + period + " minutes, at most "
                                + MOST_SESSION_MINUTES,
                        session);
            }
        });
    }

    private void orders(OrderRules orders) {
        step("priceTick", orders.priceTick());
        step("quantityStepMw", orders.quantityStepMw());
        price("minPrice", orders.minPrice(), orders.priceTick());
        price("maxPrice", orders.maxPrice(), orders.priceTick());
        if (orders.minPrice().compareTo(orders.maxPrice()) >= 0) {
            add("contradicts", "maxPrice", "The highest price must be above the lowest", orders.maxPrice());
        }
        quantity("minQuantityMw", orders.minQuantityMw(), orders.quantityStepMw());
        quantity("maxQuantityMw", orders.maxQuantityMw(), orders.quantityStepMw());
        orders.maxQuantityMw()
                .filter(most -> orders.minQuantityMw()
                        .filter(least -> most.compareTo(least) < 0)
                        .isPresent())
                .ifPresent(most -> add(
                        "contradicts", "maxQuantityMw", "The largest quantity must not be below the smallest", most));
        orders.maxCurvePoints().ifPresent(points -> {
            if (points < 1 || points > MOST_POINTS) {
                add("out-of-range", "maxCurvePoints", "The points must be 1 to " + MOST_POINTS, points);
            }
        });
        if (orders.kinds().isEmpty()
                || Set.copyOf(orders.kinds()).size() < orders.kinds().size()) {
            add("needed", "orderKinds", "At least one kind of orders is needed, and each once", orders.kinds());
        }
    }

    private void step(String field, BigDecimal step) {
        if (step.signum() <= 0
                || step.compareTo(MOST) > 0
                || step.stripTrailingZeros().scale() > MOST_DECIMALS) {
            add(
                    "out-of-range",
                    field,
                    "A step must be positive, with at most " + MOST_DECIMALS + " digits after the point",
                    step.toPlainString());
        }
    }

    private void price(String field, BigDecimal price, BigDecimal tick) {
        if (price.abs().compareTo(MOST) > 0) {
            add("out-of-range", field, "A price must lie within a million", price.toPlainString());
        } else {
            onStep(field, price, tick);
        }
    }

    private void quantity(String field, Optional<BigDecimal> quantityMw, BigDecimal step) {
        quantityMw.ifPresent(mw -> {
            if (mw.signum() <= 0 || mw.compareTo(MOST) > 0) {
                add("out-of-range", field, "A quantity must be positive, and within a million", mw.toPlainString());
            } else {
                onStep(field, mw, step);
            }
        });
    }

    private void onStep(String field, BigDecimal value, BigDecimal step) {
        if (step.signum() > 0 && value.remainder(step).signum() != 0) {
            add("off-step", field, "It must be a multiple of " + step.toPlainString(), value.toPlainString());
        }
    }

    private void sources() {
        Set<RuleItem> missing = EnumSet.allOf(RuleItem.class);
        for (RuleSource source : rules.sources()) {
            String field = "sources[of=" + source.item().code() + "]";
            if (!missing.remove(source.item())) {
                add("contradicts", field, "A part can have one source", source.text());
            }
            if (source.text().isBlank() || source.text().length() > LONGEST_SOURCE) {
                add("out-of-range", field, "A source has 1 to " + LONGEST_SOURCE + " characters", source.text());
            }
        }
        missing.forEach(item ->
                add("needed", "sources[of=" + item.code() + "]", "Say where the " + item.code() + " come from", ""));
    }

    private void gates() {
        LocalDate last = rules.validFrom().plusDays(DAYS);
        for (LocalDate day = rules.validFrom(); day.isBefore(last); day = day.plusDays(1)) {
            for (Gate gate : rules.gates(day)) {
                if (!gate.closes().isBefore(gate.delivery().start())) {
                    gate("gateClosure", "The gate must close before delivery begins", gate);
                    return;
                }
                if (gate.closes().plus(LONGEST_LEAD).isBefore(gate.delivery().start())) {
                    gate(
                            "gateClosure",
                            "The gate must close within " + LONGEST_LEAD.toDays() + " days of delivery",
                            gate);
                    return;
                }
                if (gate.opens().filter(opens -> !opens.isBefore(gate.closes())).isPresent()) {
                    gate("gateOpening", "The gate must open before it closes", gate);
                    return;
                }
                if (gate.results()
                        .filter(results -> results.isBefore(gate.closes()))
                        .isPresent()) {
                    gate("results", "Results come after the gate has closed", gate);
                    return;
                }
            }
        }
    }

    private void gate(String field, String message, Gate gate) {
        add(
                "contradicts",
                field,
                message,
                "delivery on " + gate.deliveryDate() + " from "
                        + gate.delivery().start());
    }

    private void add(String code, String field, String message, Object value) {
        findings.add(new RuleFinding(code, field, message, value.toString()));
    }
}

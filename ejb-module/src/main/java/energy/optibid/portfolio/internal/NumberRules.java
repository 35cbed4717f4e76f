package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.PortfolioFinding;
import energy.optibid.portfolio.PortfolioRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges and digits of the numbers of one object; collects what breaks them, in the order of the checks. */
final class NumberRules {
    /** No plant has more, MW. */
    static final BigDecimal MAX_POWER = new BigDecimal("100000");

    /** No cost per MWh is greater. */
    static final BigDecimal MAX_COST = new BigDecimal("100000");

    private static final int MAX_NAME = 200;
    private static final int POWER_DECIMALS = 3;
    private static final int COST_DECIMALS = 4;

    private final String parent;
    private final List<PortfolioFinding> findings = new ArrayList<>();

    /** @param parent what stands before the fields' names, for example {@code battery.} */
    NumberRules(String parent) {
        this.parent = parent;
    }

    List<PortfolioFinding> findings() {
        return List.copyOf(findings);
    }

    /** (0, max], with so many digits after the point. */
    void positive(String field, BigDecimal value, BigDecimal max, int decimals) {
        require(value.signum() > 0 && value.compareTo(max) <= 0, field, "(0, " + max + "]", value);
        decimals(field, value, decimals);
    }

    /** [min, max]. */
    void within(String field, BigDecimal value, String min, String max, int decimals) {
        boolean inside = value.compareTo(new BigDecimal(min)) >= 0 && value.compareTo(new BigDecimal(max)) <= 0;
        require(inside, field, "[" + min + ", " + max + "]", value);
        decimals(field, value, decimals);
    }

    /** [0, max). */
    void below(String field, BigDecimal value, String max, int decimals) {
        boolean inside = value.signum() >= 0 && value.compareTo(new BigDecimal(max)) < 0;
        require(inside, field, "[0, " + max + ")", value);
        decimals(field, value, decimals);
    }

    void whole(String field, int value, int min, int max) {
        require(value >= min && value <= max, field, "[" + min + ", " + max + "]", BigDecimal.valueOf(value));
    }

    /** A power that something must have. */
    void power(String field, BigDecimal value) {
        positive(field, value, MAX_POWER, POWER_DECIMALS);
    }

    /** A power that may be nothing. */
    void powerOrNone(String field, BigDecimal value) {
        within(field, value, "0", MAX_POWER.toPlainString(), POWER_DECIMALS);
    }

    /** Currency per MWh. */
    void cost(String field, BigDecimal value) {
        within(field, value, "0", MAX_COST.toPlainString(), COST_DECIMALS);
    }

    /** (0, 1]. */
    void efficiency(String field, BigDecimal value) {
        positive(field, value, BigDecimal.ONE, 6);
    }

    /** What must be there, or must not, because of another field. */
    void there(String field, Optional<?> value, boolean wanted, String because) {
        if (wanted && value.isEmpty()) {
            add(PortfolioRule.NEEDED, field, field + " is needed " + because, "");
        } else if (!wanted && value.isPresent()) {
            add(
                    PortfolioRule.CONTRADICTS,
                    field,
                    field + " cannot be given " + because,
                    value.get().toString());
        }
    }

    /** Two fields that must fit each other. */
    void fits(boolean fulfilled, String field, String message, BigDecimal value) {
        if (!fulfilled) {
            add(PortfolioRule.CONTRADICTS, field, message, value.toString());
        }
    }

    /** The name of an asset or a site. */
    void name(String name) {
        if (name.isEmpty()
                || name.length() > MAX_NAME
                || isBlank(name.codePointAt(0))
                || isBlank(name.codePointBefore(name.length()))
                || name.codePoints().anyMatch(NumberRules::isUnseen)) {
            String message =
                    "The name must have 1 to 200 characters, each of which can be seen, and no blanks at its ends";
            add(PortfolioRule.INVALID_NAME, "name", message, name);
        }
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** What is invisible, turns the direction of writing, ends a line or is half a character, which no database keeps. */
    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private void require(boolean fulfilled, String field, String range, BigDecimal value) {
        if (!fulfilled) {
            add(PortfolioRule.OUT_OF_RANGE, field, field + " must lie in " + range, value.toString());
        }
    }

    private void decimals(String field, BigDecimal value, int decimals) {
        if (value.stripTrailingZeros().scale() > decimals) {
            String message = field + " is kept with " + decimals + " digits after the point and not rounded";
            add(PortfolioRule.TOO_MANY_DECIMALS, field, message, value.toString());
        }
    }

    private void add(PortfolioRule rule, String field, String message, String value) {
        findings.add(new PortfolioFinding(rule, parent + field, message, value));
    }
}

package energy.optibid.market;

import java.util.stream.Stream;

/** A part of a rule set that has a source of its own. */
public enum RuleItem {
    /** Time zone of the trading day, length of the periods, currency. */
    PERIODS("periods"),
    /** Gate opening and closure, and what one auction sells. */
    GATE("gate"),
    /** When results are published. */
    RESULTS("results"),
    /** Lowest and highest price. */
    PRICE_RANGE("price-range"),
    /** Step of a price. */
    PRICE_TICK("price-tick"),
    /** Step and range of a quantity. */
    QUANTITY("quantity"),
    /** What lies between two points of a curve. */
    CURVE("curve"),
    /** The most points of an order. */
    CURVE_POINTS("curve-points"),
    /** The kinds of orders. */
    ORDER_KINDS("order-kinds");

    private final String code;

    RuleItem(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The one of that code.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static RuleItem of(String code) {
        return Stream.of(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No part of a rule set: " + code));
    }
}

package energy.optibid.clearing;

/**
 * One breach of a rule in an order book.
 *
 * @param rule the rule that is broken
 * @param orderId whose order, empty where the book itself is at fault
 * @param message what is wrong, with the values
 */
public record BookFinding(Rule rule, String orderId, String message) {

    /** What every order of a book keeps to. */
    public enum Rule {
        ORDER_ID_UNIQUE,
        VOLUME_POSITIVE,
        PRICE_IN_RANGE,
        PRICE_ON_TICK,
        QUANTITY_ON_STEP,
        STEPS_IN_PRICE_ORDER,
        NET_EXPORT_ON_STEP
    }
}

package energy.optibid.quantity;

/** The side of an order. A sale is positive in signed quantities, a purchase negative. */
public enum Side {
    SELL,
    BUY
}

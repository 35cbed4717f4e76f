package energy.optibid.market;

import java.util.stream.Stream;

/** A kind of order, by the name that most markets have for it. */
public enum OrderKind {
    /** Price and quantity of one period, as a curve. */
    CURVE("curve"),
    /** One price and quantity of one period, which may be taken in part. */
    SINGLE("single"),
    /** One price over several periods, taken whole or down to its minimum acceptance ratio. */
    BLOCK("block"),
    /** A block whose quantity differs by period. */
    PROFILE_BLOCK("profile-block"),
    /** A block that is taken only where its parent is. */
    LINKED_BLOCK("linked-block"),
    /** Blocks of which at most one, or a share of one in all, is taken. */
    EXCLUSIVE_GROUP("exclusive-group"),
    /** Start-up cost, cost at least output, and a curve above it, of a generating unit. */
    THREE_PART_OFFER("three-part-offer"),
    /** A sale of energy that no unit stands behind. */
    ENERGY_ONLY_OFFER("energy-only-offer"),
    /** A purchase of energy at a price. */
    ENERGY_BID("energy-bid"),
    /** One quantity at one price or better, taken whole. */
    FIXED("fixed"),
    /** One quantity at one price or better, taken in part too. */
    VARIABLE("variable"),
    /** A quantity whatever the price. */
    PRICE_TAKING("price-taking"),
    /** Quantities that depend on the price. */
    PRICE_SENSITIVE("price-sensitive"),
    /** A virtual sale. */
    INCREMENT("increment"),
    /** A virtual purchase. */
    DECREMENT("decrement"),
    /** An offer of a generating unit. */
    GENERATOR_OFFER("generator-offer"),
    /** One quantity and price, alone. */
    SIMPLE("simple"),
    /** Parts at rising prices, of which a dearer one is taken after all cheaper ones. */
    MULTIPART("multipart"),
    /** Orders that are taken together or not at all. */
    INCLUSIVE_GROUP("inclusive-group"),
    /** Orders whose availability depends on what became of those of the period before. */
    LINKED("linked");

    private final String code;

    OrderKind(String code) {
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
    public static OrderKind of(String code) {
        return Stream.of(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of orders: " + code));
    }
}

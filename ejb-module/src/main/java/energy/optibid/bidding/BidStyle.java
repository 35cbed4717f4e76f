package energy.optibid.bidding;

/** How a plan becomes bids. */
public enum BidStyle {
    /** What the plan says, at the product's price limits: it is traded at whatever price clears. */
    PRICE_TAKING("price-taking"),

    /** What pays at each price: curves at the plan's opportunity prices. */
    OPPORTUNITY_CURVES("opportunity-curves");

    private final String code;

    BidStyle(String code) {
        this.code = code;
    }

    /** The name in the API and the database. */
    public String code() {
        return code;
    }

    /**
     * The style of that name.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    public static BidStyle ofCode(String code) {
        for (BidStyle style : values()) {
            if (style.code.equals(code)) {
                return style;
            }
        }
        throw new IllegalArgumentException("No bid style " + code);
    }
}

package energy.optibid.portfolio;

/** What an asset or a site can break. */
public enum PortfolioRule {
    /** The name is blank, too long, has blanks at its ends, or characters that cannot be seen. */
    INVALID_NAME("invalid-name"),
    /** Another one of the organisation has that name. */
    NAME_TAKEN("name-taken"),
    /** There is no such bidding zone. */
    UNKNOWN_ZONE("unknown-zone"),
    /** There is no such site. */
    UNKNOWN_SITE("unknown-site"),
    /** The asset does not lie in the zone of its site. */
    NOT_IN_ZONE_OF_SITE("not-in-zone-of-site"),
    /** An asset's kind cannot change. */
    KIND_FIXED("kind-fixed"),
    /** The zone of a site cannot change while assets stand on it. */
    ZONE_FIXED("zone-fixed"),
    /** The number is outside of its range. */
    OUT_OF_RANGE("out-of-range"),
    /** The number has more digits after the point than are kept. */
    TOO_MANY_DECIMALS("too-many-decimals"),
    /** The field is needed with the others. */
    NEEDED("needed"),
    /** The field contradicts another. */
    CONTRADICTS("contradicts");

    private final String code;

    PortfolioRule(String code) {
        this.code = code;
    }

    /** The stable code in the API, kebab-case. */
    public String code() {
        return code;
    }
}

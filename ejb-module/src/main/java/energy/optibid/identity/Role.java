package energy.optibid.identity;

/** Codes of the roles, as they stand in the token's groups and in {@code @RolesAllowed}. */
public final class Role {
    /** Reads everything of the organisation. */
    public static final String VIEWER = "viewer";

    /** Runs bids and keeps assets. */
    public static final String TRADER = "trader";

    /** Keeps the organisation, its users and its assets. */
    public static final String ADMINISTRATOR = "administrator";

    /** Runs the platform: imports market data. */
    public static final String OPERATOR = "operator";

    private Role() {}
}

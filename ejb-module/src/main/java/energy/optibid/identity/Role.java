package energy.optibid.identity;

import java.util.List;

/** Codes of the roles, as they stand in the token's groups and in {@code @RolesAllowed}. */
public final class Role {
    /** Reads everything of the organisation. */
    public static final String VIEWER = "viewer";

    /** Reads everything of the organisation, exports market data and runs simulations; bids nothing. */
    public static final String ANALYST = "analyst";

    /** Runs bids and keeps assets. */
    public static final String TRADER = "trader";

    /** Reads everything of the organisation and approves bids. */
    public static final String APPROVER = "approver";

    /** Keeps the organisation, its users and its assets. */
    public static final String ADMINISTRATOR = "administrator";

    /** Runs the platform: imports market data, keeps the organisations. */
    public static final String OPERATOR = "operator";

    /** Every role, from the least to the most. */
    public static final List<String> ALL = List.of(VIEWER, ANALYST, TRADER, APPROVER, ADMINISTRATOR, OPERATOR);

    private Role() {}
}

package energy.optibid.bidding;

import java.util.Locale;

/** Where a bid is in its life. */
public enum BidState {
    DRAFT,
    VALIDATED,
    SUBMITTED,
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REJECTED,
    CANCELLED;

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that name in the database. */
    public static BidState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

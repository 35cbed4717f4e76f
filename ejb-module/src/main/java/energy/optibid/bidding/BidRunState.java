package energy.optibid.bidding;

import java.util.Locale;

/** Where a bid run is. Succeeded, failed and cancelled are final. */
public enum BidRunState {
    QUEUED,
    RUNNING,
    /** Submitted; the auction has no results yet. It goes on by itself when they are imported. */
    AWAITING_RESULTS,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, AWAITING_RESULTS -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that name in the database. */
    public static BidRunState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

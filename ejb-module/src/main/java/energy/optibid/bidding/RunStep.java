package energy.optibid.bidding;

import java.util.Locale;

/** The steps of a bid run, in order. Each is one transaction that keeps what it used and what it made. */
public enum RunStep {
    INPUTS,
    FORECAST,
    PLAN,
    BIDS,
    VALIDATE,
    SUBMIT,
    CLEAR,
    SETTLE;

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of that name in the database. */
    public static RunStep ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

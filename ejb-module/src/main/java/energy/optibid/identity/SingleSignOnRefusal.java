package energy.optibid.identity;

import java.util.Locale;

/** Why a log-in at the identity provider did not become one here, as far as the browser is told. */
public enum SingleSignOnRefusal {
    /** The log-in was not begun here, was used before or is older than ten minutes. */
    EXPIRED,
    /** It was begun in another browser. */
    OTHER_BROWSER,
    /** The provider says no, or the user has given up there. */
    DENIED,
    /** The provider does not answer. */
    PROVIDER_UNAVAILABLE,
    /** What the provider says of the user cannot be trusted. */
    NOT_ACCEPTED,
    /** None of the user's groups gives a role. */
    NO_ROLE,
    /** There is no account, and none may be made. */
    NO_ACCOUNT,
    /** The account or the organisation is suspended. */
    ACCOUNT_CLOSED;

    /** As it stands in the address of the log-in page, for example {@code sso-no-role}. */
    public String code() {
        return "sso-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

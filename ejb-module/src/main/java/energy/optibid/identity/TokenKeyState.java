package energy.optibid.identity;

import java.util.Locale;

/** What a key of the access tokens does. */
public enum TokenKeyState {
    /** Is published, so that everybody knows it before it signs. */
    NEXT,
    SIGNING,
    /** Signs no more, and is published until its last token has expired. */
    RETIRED;

    /** As it stands in the API, for example {@code signing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package energy.optibid.identity;

import java.util.Locale;

/** How far a mail is. */
public enum MailState {
    /** For the mail server, or for a mail server at all. */
    WAITING,
    SENT,
    /** The mail server refused it too often, or what it says has expired. */
    GIVEN_UP;

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of a code, which is one. */
    public static MailState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

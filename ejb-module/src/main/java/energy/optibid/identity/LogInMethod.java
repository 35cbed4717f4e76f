package energy.optibid.identity;

import java.util.Locale;

/** How a session's user proved who they are. */
public enum LogInMethod {
    PASSWORD,
    PASSWORD_AND_SECOND_FACTOR,
    OPENID_CONNECT;

    /** As it stands in the API and in the database, for example {@code openid-connect}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code of no method */
    public static LogInMethod of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

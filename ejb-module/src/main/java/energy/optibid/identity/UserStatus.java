package energy.optibid.identity;

import java.util.Locale;

/** Whether a user may use OptiBid. */
public enum UserStatus {
    /** Was invited or has registered, and has not used the link yet. */
    INVITED,

    ACTIVE,

    /** Does not log in or refresh a session until an administrator lifts it. */
    SUSPENDED,

    /** As suspended, for good; name and address are gone, what the user did stays. */
    DELETED;

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a code, which is one. */
    public static UserStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package energy.optibid.notification;

import java.util.Locale;

/** How much an alert matters. */
public enum AlertSeverity {
    /** Good to know. */
    INFORMATION,
    /** Something may go wrong. */
    WARNING,
    /** Something goes wrong now. */
    CRITICAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where there is none of that code */
    public static AlertSeverity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

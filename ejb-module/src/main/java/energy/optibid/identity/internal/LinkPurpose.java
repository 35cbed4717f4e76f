package energy.optibid.identity.internal;

import java.time.Duration;
import java.util.Locale;

/** What a one-time link lets its holder do, on which page of the console, and for how long. */
public enum LinkPurpose {
    VERIFY_EMAIL(Duration.ofHours(24)),
    ACCEPT_INVITATION(Duration.ofDays(7)),
    RESET_PASSWORD(Duration.ofHours(1));

    private final Duration validFor;

    LinkPurpose(Duration validFor) {
        this.validFor = validFor;
    }

    Duration validFor() {
        return validFor;
    }

    /** The name in the database, and the path of the page. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package energy.optibid.identity.internal.key;

import energy.optibid.identity.ApiKeyInvalidException;
import energy.optibid.identity.ApiKeyInvalidException.Finding;
import energy.optibid.identity.NewApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an API key may be. */
public final class ApiKeyRules {
    /** Unless the caller says otherwise. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);

    public static final Duration LONGEST_LIFETIME = Duration.ofDays(365);

    /** How long an old key may live on beside its successor. */
    public static final int LONGEST_OVERLAP_HOURS = 7 * 24;

    private static final int LONGEST_NAME = 200;
    private static final int MOST_LIVE_KEYS = 20;

    private ApiKeyRules() {}

    /**
     * Checks a key that is to be made.
     *
     * @param held roles that the user has
     * @param live how many keys the user has already
     * @throws ApiKeyInvalidException with everything that is wrong
     */
    public static void check(NewApiKey key, Set<String> held, long live, Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (key.name().isBlank()
                || key.name().length() > LONGEST_NAME
                || !key.name().equals(key.name().strip())) {
            findings.add(
                    new Finding("invalid-name", "name", "Give a name of 1 to 200 characters without blanks around it"));
        }
        if (key.roles().isEmpty() || !held.containsAll(key.roles())) {
            findings.add(new Finding("role-not-held", "roles", "Give one or more of your own roles"));
        }
        key.expiresAt()
                .filter(at -> !at.isAfter(now) || at.isAfter(now.plus(LONGEST_LIFETIME)))
                .ifPresent(at -> findings.add(
                        new Finding("invalid-expiry", "expiresAt", "Give a moment within the next 365 days")));
        if (live >= MOST_LIVE_KEYS) {
            findings.add(new Finding("too-many-keys", "name", "You have 20 keys in force; revoke one first"));
        }
        throwIfAny(findings);
    }

    /** @throws ApiKeyInvalidException where the old key would live on for less than nothing or too long */
    public static void checkOverlap(int hours) {
        if (hours < 0 || hours > LONGEST_OVERLAP_HOURS) {
            throwIfAny(List.of(new Finding("invalid-overlap", "overlapHours", "Give 0 to 168 hours")));
        }
    }

    private static void throwIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new ApiKeyInvalidException(findings);
        }
    }
}

package energy.optibid.identity.internal;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.time.Duration;

/**
 * How long tokens, sessions and signing keys last.
 *
 * @param issuer what the tokens name as their maker
 * @param audience what the tokens name as whom they are for
 * @param idle after so long without being continued a session ends
 * @param absolute after so long a session ends in any case
 * @param grace so long after its first use a refresh token answers again
 * @param keyRotation so long a key signs
 * @param keyLead so long a key is published before it signs
 */
record TokenRules(
        String issuer,
        String audience,
        Duration idle,
        Duration absolute,
        Duration grace,
        Duration keyRotation,
        Duration keyLead) {
    /** For which an access token is accepted. */
    static final Duration ACCESS = Duration.ofMinutes(15);

    /** How far the clocks of two nodes may lie apart. */
    static final Duration SKEW = Duration.ofSeconds(10);

    /** For which an access token is accepted somewhere at most, counted on any clock. */
    static final Duration ACCESS_AT_MOST = ACCESS.plusMinutes(1);

    /** For which others may keep the published keys. */
    static final Duration KEYS_CACHED = Duration.ofMinutes(10);

    private static final String ABSOLUTE = "optibid.identity.session-absolute-limit";
    private static final String GRACE = "optibid.identity.refresh-grace";
    private static final String ROTATION = "optibid.identity.key-rotation";
    private static final String LEAD = "optibid.identity.key-publication-lead";
    private static final Duration LONGEST_GRACE = Duration.ofMinutes(5);

    /** @throws InvalidSettingException where two of them contradict each other */
    static TokenRules of(Settings settings) {
        TokenRules rules = new TokenRules(
                settings.text("optibid.identity.token-issuer").orElse("optibid"),
                settings.text("optibid.identity.token-audience").orElse("optibid"),
                settings.duration("optibid.identity.session-idle-limit"),
                settings.duration(ABSOLUTE),
                settings.duration(GRACE),
                settings.duration(ROTATION),
                settings.duration(LEAD));
        rules.check();
        return rules;
    }

    private void check() {
        if (absolute.compareTo(idle) < 0) {
            throw new InvalidSettingException(ABSOLUTE, absolute.toString(), "no less than the idle limit, " + idle);
        }
        if (grace.compareTo(LONGEST_GRACE) > 0) {
            throw new InvalidSettingException(GRACE, grace.toString(), "at most " + LONGEST_GRACE);
        }
        if (keyLead.compareTo(KEYS_CACHED) <= 0) {
            throw new InvalidSettingException(
                    LEAD, keyLead.toString(), "more than the published keys may be cached for, " + KEYS_CACHED);
        }
        if (keyRotation.compareTo(keyLead) <= 0) {
            throw new InvalidSettingException(ROTATION, keyRotation.toString(), "more than " + LEAD + ", " + keyLead);
        }
    }
}

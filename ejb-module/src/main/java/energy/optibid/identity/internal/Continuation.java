package energy.optibid.identity.internal;

import java.time.Duration;
import java.time.Instant;

/** What a refresh token that is shown does to its session. */
enum Continuation {
    /** It is the latest: the next generation begins. */
    ADVANCE,
    /** It was the latest a moment ago: another tab used it too, or the answer was lost. One more of the latest is given. */
    REPEAT,
    /** It was used and has no business here any more: somebody else may hold it. */
    REUSED,
    /** The session has ended. */
    OVER;

    /**
     * The rule for a session that goes on.
     *
     * @param age by how many generations the token is older than the latest
     * @param advancedAt when the latest generation began
     */
    static Continuation of(int age, Instant advancedAt, Instant now, Duration grace) {
        if (age == 0) {
            return ADVANCE;
        }
        return age == 1 && now.isBefore(advancedAt.plus(grace)) ? REPEAT : REUSED;
    }
}

package energy.optibid.identity;

import java.time.Duration;

/**
 * What a session is continued with, once: each use gives the next one.
 *
 * @param secret for the cookie, and for nobody's log
 * @param validFor how long it is accepted unless it is used
 */
public record RefreshToken(String secret, Duration validFor) {
    @Override
    public String toString() {
        return "RefreshToken[" + validFor + "]";
    }
}

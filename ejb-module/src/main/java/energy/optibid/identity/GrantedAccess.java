package energy.optibid.identity;

import java.time.Duration;

/**
 * What a log-in gives.
 *
 * @param accessToken a signed JWT for the header {@code Authorization: Bearer}
 * @param validFor how long the token is accepted from now on
 */
public record GrantedAccess(String accessToken, Duration validFor, UserAccount user) {
    @Override
    public String toString() {
        return "GrantedAccess[" + user.email() + ", " + validFor + "]";
    }
}

package energy.optibid.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * What a log-in gives, and each continuation of its session.
 *
 * @param accessToken a signed JWT for the header {@code Authorization: Bearer}
 * @param validFor how long the access token is accepted from now on
 * @param refreshToken absent where there is no session to continue: an API key is exchanged again instead
 */
public record GrantedAccess(
        String accessToken, Duration validFor, UserAccount user, Optional<RefreshToken> refreshToken) {

    /** Without a session. */
    public GrantedAccess(String accessToken, Duration validFor, UserAccount user) {
        this(accessToken, validFor, user, Optional.empty());
    }

    @Override
    public String toString() {
        return "GrantedAccess[" + user.email() + ", " + validFor + "]";
    }
}

package energy.optibid.web.rest.auth;

import energy.optibid.identity.TokenKey;
import java.time.Instant;

/**
 * A key of the access tokens.
 *
 * @param id the {@code kid} in the tokens that it signed
 * @param state {@code next}, {@code signing} or {@code retired}
 */
public record TokenKeyJson(String id, String state, Instant signsFrom) {
    static TokenKeyJson of(TokenKey key) {
        return new TokenKeyJson(key.id(), key.state().code(), key.signsFrom());
    }
}

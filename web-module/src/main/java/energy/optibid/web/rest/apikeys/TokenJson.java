package energy.optibid.web.rest.apikeys;

import energy.optibid.identity.GrantedAccess;

/**
 * An access token for a program.
 *
 * @param expiresIn seconds for which the token is accepted
 */
public record TokenJson(String accessToken, String tokenType, long expiresIn) {
    static TokenJson of(GrantedAccess access) {
        return new TokenJson(access.accessToken(), "Bearer", access.validFor().toSeconds());
    }

    @Override
    public String toString() {
        return "TokenJson";
    }
}

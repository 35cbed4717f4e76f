package energy.optibid.web.rest.auth;

import energy.optibid.identity.GrantedAccess;

/**
 * What a log-in gives.
 *
 * @param expiresIn seconds for which the token is accepted
 */
public record AccessJson(String accessToken, String tokenType, long expiresIn, UserJson user) {
    static AccessJson of(GrantedAccess access) {
        return new AccessJson(
                access.accessToken(), "Bearer", access.validFor().toSeconds(), UserJson.of(access.user()));
    }

    @Override
    public String toString() {
        return "AccessJson[" + user.email() + "]";
    }
}

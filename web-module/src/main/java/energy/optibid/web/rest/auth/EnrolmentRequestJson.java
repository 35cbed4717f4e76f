package energy.optibid.web.rest.auth;

import java.util.Optional;

/**
 * Asks for the secret of an authenticator: with a challenge, or with the password.
 *
 * @param challenge of the log-in that asks for it, which has just asked for the password; absent where the user is
 *     logged in
 * @param password of the user, where the user is logged in
 */
public record EnrolmentRequestJson(Optional<String> challenge, Optional<String> password) {
    @Override
    public String toString() {
        return "EnrolmentRequestJson";
    }
}

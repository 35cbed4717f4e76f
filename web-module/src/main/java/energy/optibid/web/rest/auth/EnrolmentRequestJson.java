package energy.optibid.web.rest.auth;

import java.util.Optional;

/**
 * Asks for the secret of an authenticator.
 *
 * @param challenge of the log-in that asks for it; absent where the user is logged in
 */
public record EnrolmentRequestJson(Optional<String> challenge) {
    @Override
    public String toString() {
        return "EnrolmentRequestJson";
    }
}

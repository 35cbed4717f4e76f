package energy.optibid.web.rest.auth;

import java.util.Optional;

/**
 * Confirms an authenticator by its first code.
 *
 * @param challenge of the log-in that asks for it; absent where the user is logged in
 */
public record EnrolmentConfirmationJson(Optional<String> challenge, String code) {
    @Override
    public String toString() {
        return "EnrolmentConfirmationJson";
    }
}

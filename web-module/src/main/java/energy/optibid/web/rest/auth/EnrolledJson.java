package energy.optibid.web.rest.auth;

import java.util.List;
import java.util.Optional;

/**
 * An authenticator is enrolled.
 *
 * @param recoveryCodes each good once in place of a code of the authenticator; shown now and never again
 * @param access where it was enrolled at a log-in
 */
public record EnrolledJson(List<String> recoveryCodes, Optional<AccessJson> access) {
    public EnrolledJson {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
        return "EnrolledJson";
    }
}

package energy.optibid.web.rest.auth;

import java.util.List;

/**
 * New recovery codes.
 *
 * @param recoveryCodes each good once in place of a code of the authenticator; shown now and never again
 */
public record RecoveryCodesJson(List<String> recoveryCodes) {
    public RecoveryCodesJson {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
        return "RecoveryCodesJson";
    }
}

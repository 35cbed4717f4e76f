package energy.optibid.web.rest.auth;

import energy.optibid.identity.SecondFactorStatus;

/**
 * How it stands with the user's second factor.
 *
 * @param required whether the organisation asks it of one of the user's roles
 * @param available whether the user logs in with a password, which is what a second factor goes with
 */
public record SecondFactorJson(boolean enrolled, int recoveryCodesLeft, boolean required, boolean available) {
    static SecondFactorJson of(SecondFactorStatus status) {
        return new SecondFactorJson(
                status.enrolled(), status.recoveryCodesLeft(), status.required(), status.available());
    }
}

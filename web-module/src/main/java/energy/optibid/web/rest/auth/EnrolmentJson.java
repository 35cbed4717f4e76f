package energy.optibid.web.rest.auth;

import energy.optibid.identity.Enrolment;

/**
 * What an authenticator app needs to know.
 *
 * @param secret in Base32, to be typed
 * @param otpauthUri the same for a QR code
 */
public record EnrolmentJson(String secret, String otpauthUri) {
    static EnrolmentJson of(Enrolment enrolment) {
        return new EnrolmentJson(enrolment.secret(), enrolment.otpauthUri());
    }

    @Override
    public String toString() {
        return "EnrolmentJson";
    }
}

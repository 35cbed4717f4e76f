package energy.optibid.identity;

/**
 * What a user's authenticator app needs to know, shown once.
 *
 * @param secret in Base32, to be typed where no camera is at hand
 * @param otpauthUri the same for a QR code
 */
public record Enrolment(String secret, String otpauthUri) {
    @Override
    public String toString() {
        return "Enrolment[…]";
    }
}

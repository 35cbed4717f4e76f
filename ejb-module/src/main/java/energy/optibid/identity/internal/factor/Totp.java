package energy.optibid.identity.internal.factor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords, RFC 6238 over RFC 4226.
 *
 * @param hash of the HMAC: {@code HmacSHA1}, which every authenticator app knows, {@code HmacSHA256} or
 *     {@code HmacSHA512}
 * @param digits 6 to 8
 */
public record Totp(String hash, int digits) {
    /** What authenticator apps do whatever else an otpauth URI asks of them. */
    public static final Totp AUTHENTICATOR = new Totp("HmacSHA1", 6);

    private static final long STEP_SECONDS = 30;

    /** The number of the step of half a minute in which an instant lies, from 1970 on. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    public String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(hash);
            mac.init(new SecretKeySpec(secret, hash));
            byte[] result =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = result[result.length - 1] & 0xf;
            int number = ByteBuffer.wrap(result).getInt(offset) & Integer.MAX_VALUE;
            return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + hash, e);
        }
    }
}

package energy.optibid.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of the vault with the number that names it in what it sealed, which tells nothing about the key. */
record VaultKey(int id, SecretKey secret) {
    static final int ID_BYTES = Integer.BYTES;

    private static final int KEY_BYTES = 32;
    private static final byte[] NAMING = "optibid vault key id".getBytes(StandardCharsets.US_ASCII);

    /** Absent where the text is not 32 bytes in base64. */
    static Optional<VaultKey> parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == KEY_BYTES
                    ? Optional.of(new VaultKey(id(bytes), new SecretKeySpec(bytes, "AES")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no HMAC-SHA-256", e);
        }
    }

    private static int id(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(NAMING);
            return ByteBuffer.wrap(digest.digest(key)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "VaultKey[%08x]".formatted(id);
    }
}

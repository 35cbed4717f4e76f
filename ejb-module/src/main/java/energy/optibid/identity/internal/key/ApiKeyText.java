package energy.optibid.identity.internal.key;

import energy.optibid.identity.internal.text.Base32;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its holder has it: {@code optibid_} with a public id of twelve, a secret of 256 bits and a checksum, so
 * that a scanner finds a leaked key by its form ({@value #FORM}) and tells it from a made-up one without asking us.
 *
 * @param publicId names the key in lists, logs and look-ups; not secret
 * @param secret 52 characters
 */
public record ApiKeyText(String publicId, String secret) {
    static final String FORM = "optibid_([a-z2-7]{12})_([a-z2-7]{52})([a-z2-7]{7})";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final int PUBLIC_BITS = 60;
    private static final int SECRET_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ApiKeyText next() {
        return new ApiKeyText(random(PUBLIC_BITS), random(SECRET_BITS));
    }

    /** What a caller sent; absent where its form or checksum is wrong, so that nothing has to be looked up. */
    public static Optional<ApiKeyText> parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ApiKeyText key = new ApiKeyText(matcher.group(1), matcher.group(2));
        return key.checksum().equals(matcher.group(3)) ? Optional.of(key) : Optional.empty();
    }

    /** The whole key, shown once. */
    public String text() {
        return body() + checksum();
    }

    /** What is stored of the secret: it has 256 random bits, so a plain hash does. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "optibid_" + publicId + "_…";
    }

    private String body() {
        return "optibid_" + publicId + "_" + secret;
    }

    /** CRC-32 of all before it, in seven characters. */
    private String checksum() {
        CRC32 crc = new CRC32();
        crc.update(body().getBytes(StandardCharsets.US_ASCII));
        long value = crc.getValue();
        return lower(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    private static String random(int bits) {
        byte[] bytes = new byte[(bits + Byte.SIZE - 1) / Byte.SIZE];
        RANDOM.nextBytes(bytes);
        return lower(bytes).substring(0, (bits + 4) / 5);
    }

    private static String lower(byte[] bytes) {
        return Base32.encode(bytes).toLowerCase(Locale.ROOT);
    }
}

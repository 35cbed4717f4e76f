package energy.optibid.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that whoever holds it shows: a refresh token, an API key, a one-time link. 256 random bits in base64url
 * behind a prefix that tells people and secret scanners what it is, for example {@code obr_…}. Told once; what is
 * stored is its SHA-256, which needs neither salt nor stretching because nobody can guess 256 bits.
 */
public final class SecretToken {
    private static final int BYTES = 32;
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]{1,15}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private SecretToken(String text) {
        this.text = text;
    }

    /** @param prefix small letters and digits, without the underscore that follows it */
    public static SecretToken next(String prefix) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new SecretToken(
                checked(prefix) + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What a caller sent, absent where it cannot be a token of that prefix: nothing has to be looked up then. */
    public static Optional<SecretToken> parse(String prefix, String text) {
        String start = checked(prefix) + "_";
        boolean wellFormed = text.startsWith(start)
                && SECRET.matcher(text.substring(start.length())).matches();
        return wellFormed ? Optional.of(new SecretToken(text)) : Optional.empty();
    }

    /** The secret itself, for its holder and for nobody's log or table. */
    public String text() {
        return text;
    }

    /** What is stored and looked up, 32 bytes. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return text.substring(0, text.indexOf('_')) + "_…";
    }

    private static String checked(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("Not a prefix of small letters and digits: " + prefix);
        }
        return prefix;
    }
}

package energy.optibid.identity.internal.factor;

import energy.optibid.identity.internal.text.Base32;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A code on paper that stands in for the authenticator once: 120 random bits as 24 letters and digits in groups of six.
 * Above the 112 bits from which OWASP ASVS 5.0 (6.5.2) lets a plain hash be stored.
 *
 * @param letters without hyphens, in capital letters
 */
public record RecoveryCode(String letters) {
    static final int COUNT = 10;

    private static final int BYTES = 15;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{24}");
    private static final Pattern GAPS = Pattern.compile("[\\s-]");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static List<RecoveryCode> set() {
        return Stream.generate(RecoveryCode::next).limit(COUNT).toList();
    }

    /** What a user typed, in any case and with any gaps; absent where it is no recovery code. */
    public static Optional<RecoveryCode> parse(String typed) {
        String letters = GAPS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    /** As it is shown: {@code ABCDEF-GHIJKL-MNOPQR-STUVWX}. */
    public String text() {
        return letters.replaceAll("(.{6})(?=.)", "$1-");
    }

    /** What is stored. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }

    private static RecoveryCode next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes));
    }
}

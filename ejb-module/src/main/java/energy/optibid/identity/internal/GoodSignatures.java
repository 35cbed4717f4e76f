package energy.optibid.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The payloads of tokens whose signature was found good, by the token's SHA-256. A token comes with every request of its
 * quarter of an hour, and the signature and the decoding, which takes the same time whatever it decodes, are nearly all that
 * its check costs. What the payload says is checked each time.
 */
final class GoodSignatures {
    private static final int MOST = 10_000;

    private final Map<String, String> payloads = new ConcurrentHashMap<>();

    /** Absent where the signature has to be checked first. */
    Optional<String> payload(String hash) {
        return Optional.ofNullable(payloads.get(hash));
    }

    /** Forgets all when there are too many: each is then checked once more. */
    void add(String hash, String payload) {
        if (payloads.size() >= MOST) {
            payloads.clear();
        }
        payloads.put(hash, payload);
    }

    static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}

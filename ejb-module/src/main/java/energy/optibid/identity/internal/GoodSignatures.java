package energy.optibid.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens whose signature was found good, by their SHA-256. A token comes with every request of its quarter of an hour,
 * and the signature is nearly all that its check costs. Everything else is checked each time.
 */
final class GoodSignatures {
    private static final int MOST = 10_000;

    private final Set<String> hashes = ConcurrentHashMap.newKeySet();

    boolean contains(String hash) {
        return hashes.contains(hash);
    }

    /** Forgets all when there are too many: each is then checked once more. */
    void add(String hash) {
        if (hashes.size() >= MOST) {
            hashes.clear();
        }
        hashes.add(hash);
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

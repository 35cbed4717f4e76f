package energy.optibid.liquibase.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys under which seals are authenticated, so that who owns the database but not the application's configuration
 * cannot write a chain anew. Each is derived from a key of the vault: HMAC-SHA-256 of {@link #PURPOSE} under it. Its id is
 * the first 32 bits of HMAC-SHA-256 of {@code id} under the derived key, and tells nothing about it.
 */
public final class SealKeys {
    /** Of which purpose the vault's keys are derived. */
    public static final String PURPOSE = "optibid audit seals 1";

    private static final String ALGORITHM = "HmacSHA256";

    /** Whether a code is right. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** The key is not among these: nothing can be said. */
        UNKNOWN_KEY
    }

    private final Map<Integer, byte[]> keys = new LinkedHashMap<>();

    /** @param derived the keys, the one that seals first; empty: nothing can be sealed, every verdict is unknown */
    public SealKeys(List<byte[]> derived) {
        derived.forEach(key -> keys.put(ByteBuffer.wrap(code(key, "id")).getInt(), key.clone()));
    }

    /**
     * From keys of the vault as the configuration gives them.
     *
     * @param base64 32 bytes each
     * @throws IllegalArgumentException where one is not; never with the key in its message
     */
    public static SealKeys ofVaultKeys(String... base64) {
        return new SealKeys(Arrays.stream(base64)
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> code(decoded(text), PURPOSE))
                .toList());
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The id of the key that seals. */
    public int currentId() {
        return keys.keySet().iterator().next();
    }

    /** The code of a hash under the key that seals. */
    public byte[] code(ChainHash hash) {
        return code(keys.values().iterator().next(), hash.bytes());
    }

    public Verdict check(int keyId, ChainHash hash, byte[] code) {
        byte[] key = keys.get(keyId);
        if (key == null) {
            return Verdict.UNKNOWN_KEY;
        }
        return MessageDigest.isEqual(code, code(key, hash.bytes())) ? Verdict.RIGHT : Verdict.WRONG;
    }

    private static byte[] decoded(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == ChainHash.BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without what it was.
        }
        throw new IllegalArgumentException("An encryption key is base64 of 32 bytes");
    }

    private static byte[] code(byte[] key, String text) {
        return code(key, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] code(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has no " + ALGORITHM, e);
        }
    }
}

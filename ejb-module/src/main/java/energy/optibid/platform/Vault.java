package energy.optibid.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what has to be stored and read again: private keys, TOTP secrets, mails with one-time links. AES-256-GCM
 * under {@code optibid.security.encryption-key}; what was sealed under one of
 * {@code optibid.security.previous-encryption-keys} still opens. Injectable.
 *
 * <p>A sealed secret is one byte of version, four that name the key, a random nonce of twelve, then the ciphertext with
 * its tag of sixteen. The purpose is authenticated with it: what was sealed for one purpose opens for no other. Random
 * nonces allow 2^32 secrets per key (NIST SP 800-38D, section 8.3).
 */
public final class Vault {
    private static final String KEY = "optibid.security.encryption-key";
    private static final String PREVIOUS_KEYS = "optibid.security.previous-encryption-keys";
    private static final String ALLOWED = "base64 of 32 random bytes, as openssl rand -base64 32 makes them";

    /** Known to everybody: for development alone. */
    static final String DEVELOPMENT_KEY = "b3B0aWJpZC1kZXZlbG9wbWVudC1rZXktbm90LXNlY3I=";

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + VaultKey.ID_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final VaultKey current;
    private final Map<Integer, VaultKey> keys;

    private Vault(List<VaultKey> all) {
        current = all.get(0);
        keys = new LinkedHashMap<>();
        all.forEach(key -> keys.putIfAbsent(key.id(), key));
    }

    /**
     * A vault with the keys of the configuration.
     *
     * @throws InvalidSettingException where a key is not 32 bytes in base64, and in production where there is none or
     *     it is the one of development; never with the key in its message
     */
    public static Vault of(Settings settings, Environment environment) {
        List<VaultKey> all = new ArrayList<>();
        all.add(current(settings.text(KEY), environment));
        settings.text(PREVIOUS_KEYS).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(text -> VaultKey.parse(text.strip())
                        .orElseThrow(() -> new InvalidSettingException(PREVIOUS_KEYS, "***", ALLOWED + ", by commas")))
                .forEach(all::add);
        return new Vault(all);
    }

    private static VaultKey current(Optional<String> configured, Environment environment) {
        if (environment.isDevelopment()) {
            String text = configured.orElse(DEVELOPMENT_KEY);
            return VaultKey.parse(text).orElseThrow(() -> new InvalidSettingException(KEY, "***", ALLOWED));
        }
        String text = configured.orElseThrow(() -> new InvalidSettingException(KEY, "", ALLOWED));
        VaultKey key = VaultKey.parse(text).orElseThrow(() -> new InvalidSettingException(KEY, "***", ALLOWED));
        if (key.equals(VaultKey.parse(DEVELOPMENT_KEY).orElseThrow())) {
            throw new InvalidSettingException(KEY, "the key of development", ALLOWED + ", of your own");
        }
        return key;
    }

    /**
     * Encrypts a secret.
     *
     * @param purpose what it is and whose, for example {@code signing-key} or {@code totp/<user>}; needed to open it
     */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + plain.length + TAG_BYTES);
        sealed.put(VERSION).putInt(current.id()).put(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, purpose);
            return sealed.put(cipher.doFinal(plain)).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK cannot encrypt with AES-256-GCM", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws UnreadableSecretException where its key is not configured, the purpose is another or a bit was changed
     */
    public byte[] open(String purpose, byte[] sealed) {
        VaultKey key = keyOf(sealed);
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose);
            int start = HEAD_BYTES + NONCE_BYTES;
            return cipher.doFinal(sealed, start, sealed.length - start);
        } catch (AEADBadTagException e) {
            throw new UnreadableSecretException("A sealed secret was changed, or is not one for " + purpose, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK cannot decrypt with AES-256-GCM", e);
        }
    }

    /** Whether it was sealed under the current key; what was not is to be sealed anew where it is written next. */
    public boolean isCurrent(byte[] sealed) {
        return keyOf(sealed).equals(current);
    }

    /**
     * Keys for one purpose that are not for encryption, for example to authenticate: HMAC-SHA-256 of the purpose under
     * each key, that of the current one first.
     */
    public List<byte[]> derive(String purpose) {
        return keys.values().stream().map(key -> key.derive(purpose)).toList();
    }

    private VaultKey keyOf(byte[] sealed) {
        if (sealed.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] != VERSION) {
            throw new UnreadableSecretException("Not a sealed secret");
        }
        int id = ByteBuffer.wrap(sealed).getInt(1);
        VaultKey key = keys.get(id);
        if (key == null) {
            throw new UnreadableSecretException("A secret is sealed under key %08x, which is neither %s nor among %s"
                    .formatted(id, KEY, PREVIOUS_KEYS));
        }
        return key;
    }

    private static Cipher cipher(int mode, VaultKey key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(
                ByteBuffer.allocate(HEAD_BYTES).put(VERSION).putInt(key.id()).array());
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

package energy.optibid.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final String KEY = "optibid.security.encryption-key";
    private static final String PREVIOUS = "optibid.security.previous-encryption-keys";
    private static final String OLD = key('o');
    private static final String NEW = key('n');
    private static final byte[] SECRET = "JBSWY3DPEHPK3PXP".getBytes(UTF_8);

    private final Vault vault = vault(Environment.PRODUCTION, Map.of(KEY, OLD));

    @Test
    void openShouldGiveWhatWasSealedWhenPurposeIsTheSame() {
        byte[] sealed = vault.seal("totp", SECRET);

        assertThat(vault.open("totp", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain(new String(SECRET, UTF_8));
        assertThat(vault.seal("totp", SECRET)).isNotEqualTo(sealed);
        assertThat(vault.open("totp", vault.seal("totp", new byte[0]))).isEmpty();
    }

    @Test
    void openShouldRefuseWhenPurposeIsAnother() {
        byte[] sealed = vault.seal("totp", SECRET);

        assertThatThrownBy(() -> vault.open("mail", sealed)).isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void openShouldRefuseWhenAnyBitWasChangedOrBytesAreMissing() {
        byte[] sealed = vault.seal("totp", SECRET);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> vault.open("totp", changed))
                    .as("byte %d", at)
                    .isInstanceOf(UnreadableSecretException.class);
            byte[] cut = Arrays.copyOf(sealed, at);
            assertThatThrownBy(() -> vault.open("totp", cut))
                    .as("%d bytes", at)
                    .isInstanceOf(UnreadableSecretException.class);
        }
    }

    @Test
    void openShouldReadWhatAPreviousKeySealedWhenItIsListed() {
        byte[] sealed = vault.seal("totp", SECRET);
        Vault rotated = vault(Environment.PRODUCTION, Map.of(KEY, NEW, PREVIOUS, key('x') + " , " + OLD));

        assertThat(rotated.open("totp", sealed)).isEqualTo(SECRET);
        assertThat(rotated.isCurrent(sealed)).isFalse();
        assertThat(rotated.isCurrent(rotated.seal("totp", SECRET))).isTrue();
    }

    @Test
    void openShouldNameTheSettingWhenTheKeyIsNotListed() {
        byte[] sealed = vault.seal("totp", SECRET);
        Vault other = vault(Environment.PRODUCTION, Map.of(KEY, NEW));

        assertThatThrownBy(() -> other.open("totp", sealed))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining(PREVIOUS);
    }

    @Test
    void startShouldBeRefusedInProductionWhenTheKeyIsAbsentOrKnown() {
        assertThatThrownBy(() -> vault(Environment.PRODUCTION, Map.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(KEY);
        assertThatThrownBy(() -> vault(Environment.PRODUCTION, Map.of(KEY, Vault.DEVELOPMENT_KEY)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("development");
        assertThat(vault(Environment.DEVELOPMENT, Map.of()).seal("totp", SECRET))
                .isNotEmpty();
    }

    @Test
    void startShouldBeRefusedWithoutTellingTheKeyWhenItIsNotOne() {
        for (String wrong : new String[] {"secret", key('o').substring(4), "!" + key('o').substring(1)}) {
            assertThatThrownBy(() -> vault(Environment.DEVELOPMENT, Map.of(KEY, wrong)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageNotContaining(wrong);
            assertThatThrownBy(() -> vault(Environment.DEVELOPMENT, Map.of(KEY, NEW, PREVIOUS, OLD + "," + wrong)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageStartingWith(PREVIOUS)
                    .hasMessageNotContaining(wrong);
        }
    }

    private static Vault vault(Environment environment, Map<String, String> values) {
        return Vault.of(SettingsTest.settings(values), environment);
    }

    private static String key(char filled) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filled);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

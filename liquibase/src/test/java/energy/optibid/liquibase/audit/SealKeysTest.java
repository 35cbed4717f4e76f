package energy.optibid.liquibase.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealKeysTest {
    private static final String FIRST = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND = Base64.getEncoder()
            .encodeToString("12345678901234567890123456789012".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    @Test
    void codeShouldBeRightUnderThePresentAndThePreviousKey() {
        SealKeys before = SealKeys.ofVaultKeys(FIRST, "");
        SealKeys after = SealKeys.ofVaultKeys(SECOND, " " + FIRST + " , ");
        byte[] code = before.code(ChainHash.NONE);

        assertThat(before.check(before.currentId(), ChainHash.NONE, code)).isEqualTo(SealKeys.Verdict.RIGHT);
        assertThat(after.check(before.currentId(), ChainHash.NONE, code)).isEqualTo(SealKeys.Verdict.RIGHT);
        assertThat(after.currentId()).isNotEqualTo(before.currentId());
        assertThat(after.check(after.currentId(), ChainHash.NONE, code)).isEqualTo(SealKeys.Verdict.WRONG);
        assertThat(before.check(after.currentId(), ChainHash.NONE, code)).isEqualTo(SealKeys.Verdict.UNKNOWN_KEY);
        assertThat(new SealKeys(List.of()).isEmpty()).isTrue();
    }

    @Test
    void keysShouldBeRefusedWithoutBeingNamedWhenTheyAreMalformed() {
        for (String wrong : List.of("not base64!", "c2hvcnQ=")) {
            assertThatThrownBy(() -> SealKeys.ofVaultKeys(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(wrong);
        }
    }
}

package energy.optibid.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void setShouldHoldTenCodesOfTheirOwn() {
        List<RecoveryCode> codes = RecoveryCode.set();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes).allMatch(code -> code.text().matches("([A-Z2-7]{6}-){3}[A-Z2-7]{6}"));
        assertThat(codes.toString()).doesNotContain(codes.get(0).letters());
    }

    @Test
    void parseShouldReadWhatWasShownInAnyCaseAndSpacing() {
        RecoveryCode code = RecoveryCode.set().get(0);

        assertThat(RecoveryCode.parse(code.text())).contains(code);
        assertThat(RecoveryCode.parse(" " + code.text().toLowerCase(Locale.ROOT).replace('-', ' ')))
                .contains(code);
        assertThat(RecoveryCode.parse("123456")).isEmpty();
        assertThat(RecoveryCode.parse(code.text() + "A")).isEmpty();
    }
}

package energy.optibid.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final PasswordContext ONLY_FACTOR = context(false);
    private static final PasswordContext WITH_SECOND_FACTOR = context(true);

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "xK9#mQ2$vL7!pR4",
                "ein langer satz ohne ziffern",
                "längeres Kennwort für Žofie",
                "四角い猫が窓辺で長い昼寝をしている朝",
                "🐎🔋📎🌍🎻🧭🪁🦊🍇🚲🧶🪴🎲🛶🧊",
                "melancholy-otter-optibid-ladder",
                "1f7c9e02-77aa-4c0e"
            })
    void findingsShouldBeEmptyWhenPasswordIsLongAndNotGuessable(String password) {
        assertThat(policy.findings(password, ONLY_FACTOR)).isEmpty();
    }

    @Test
    void lengthShouldCountCodePointsOfTheComposedText() {
        assertThat(codes("🐎🔋📎🌍🎻🧭🪁🦊🍇🚲🧶🪴🎲🛶", ONLY_FACTOR)).containsExactly("too-short");
        // Fourteen letters, one of them written as a letter and a combining mark.
        assertThat(codes("vxkzmqgwrbtjue\u0301", ONLY_FACTOR)).containsExactly("too-short");
    }

    @Test
    void lengthShouldBeFifteenAloneAndEightWithSecondFactor() {
        assertThat(codes("xK9#mQ2$vL7!pR", ONLY_FACTOR)).containsExactly("too-short");
        assertThat(codes("xK9#mQ2$", WITH_SECOND_FACTOR)).isEmpty();
        assertThat(codes("xK9#mQ2", WITH_SECOND_FACTOR)).contains("too-short");
        assertThat(codes("", WITH_SECOND_FACTOR)).contains("too-short");
    }

    @Test
    void lengthShouldEndAt1024() {
        String sentence = "Jede Nacht zählt die alte Uhr im Flur neun Schläge zu viel, und niemand fragt warum. ";
        assertThat(codes(sentence.repeat(13).substring(0, 1024), ONLY_FACTOR)).isEmpty();
        assertThat(codes(sentence.repeat(13).substring(0, 1025), ONLY_FACTOR)).containsExactly("too-long");
        assertThat(codes("x".repeat(1_000_000), ONLY_FACTOR)).containsExactly("too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "password12345678, common",
        "PasswordPassword, common",
        "P@ssw0rdP@ssw0rd, common",
        "summer2026summer2026, common",
        "abcabcabcabcabcabc, repetition",
        "kX7!kX7!kX7!kX7!kX7!, repetition",
        "aaaaaaaaaaaaaaaaaaaa, sequence",
        "123456789012345, sequence",
        "qwertyuiopasdfghjkl, sequence",
        "abcdefghijklmnopqrst, sequence",
        "OptiBid-Energie-2026, contains-context",
        "stadtwerke.hilde.2026, contains-context",
        "hilde@stadtwerke.example, contains-context"
    })
    void findingsShouldNameTheReasonWhenPasswordIsGuessable(String password, String code) {
        assertThat(codes(password, ONLY_FACTOR)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "trustno1", "iloveyou", "Dragon123", "qwertyuiop", "12345678", "abcd1234"})
    void findingsShouldRefuseCommonPasswordsAlsoWithSecondFactor(String password) {
        assertThat(codes(password, WITH_SECOND_FACTOR)).isNotEmpty();
    }

    @Test
    void checkShouldThrowEverythingThatIsWrongWithoutThePassword() {
        assertThatThrownBy(() -> policy.check("optibid", ONLY_FACTOR))
                .isInstanceOfSatisfying(PasswordRefusedException.class, refused -> {
                    assertThat(refused.findings())
                            .extracting(PasswordFinding::code)
                            .contains("too-short", "contains-context");
                    assertThat(refused.findings())
                            .noneMatch(finding -> finding.message().contains("optibid"));
                });
    }

    private List<String> codes(String password, PasswordContext context) {
        return policy.findings(password, context).stream()
                .map(PasswordFinding::code)
                .toList();
    }

    private static PasswordContext context(boolean secondFactor) {
        return new PasswordContext("hilde@stadtwerke.example", "Hilde Energie", "Stadtwerke Musterstadt", secondFactor);
    }
}

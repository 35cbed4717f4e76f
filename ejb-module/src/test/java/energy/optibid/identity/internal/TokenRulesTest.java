package energy.optibid.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRulesTest {
    private static final Map<String, String> DEFAULTS = Map.of(
            "optibid.identity.session-idle-limit", "PT1H",
            "optibid.identity.session-absolute-limit", "PT24H",
            "optibid.identity.refresh-grace", "PT30S",
            "optibid.identity.key-rotation", "P30D",
            "optibid.identity.key-publication-lead", "PT1H");

    @Test
    void ofShouldReadTheDefaultsWhenNothingElseIsSet() {
        assertThat(rules(Map.of())).isEqualTo(TokenBench.RULES);
    }

    @ParameterizedTest
    @CsvSource({
        "optibid.identity.session-absolute-limit, PT30M",
        "optibid.identity.refresh-grace, PT6M",
        "optibid.identity.key-publication-lead, PT10M",
        "optibid.identity.key-rotation, PT1H"
    })
    void ofShouldRefuseWhenTwoSettingsContradict(String key, String value) {
        assertThatThrownBy(() -> rules(Map.of(key, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(key);
    }

    private static TokenRules rules(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        values.putAll(changed);
        return TokenRules.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}

package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntsoeSettingsTest {
    private final Map<String, String> values = new HashMap<>(Map.of(
            "optibid.entsoe.url", "https://tp.example.com/api",
            "optibid.entsoe.token", "0123abcd-secret",
            "optibid.entsoe.requests-per-minute", "60",
            "optibid.entsoe.probe-interval", "PT1M",
            "optibid.entsoe.timeout", "PT20S"));

    @Test
    void tokenShouldNotBeShown() {
        assertThat(read(Environment.PRODUCTION)).hasToString("https://tp.example.com/api with a token");
    }

    @Test
    void unencryptedAddressShouldBeForDevelopmentAlone() {
        values.put("optibid.entsoe.url", "http://127.0.0.1:8080/api");

        assertThat(read(Environment.DEVELOPMENT).uri()).hasToString("http://127.0.0.1:8080/api");
        assertThatThrownBy(() -> read(Environment.PRODUCTION)).hasMessageContaining("optibid.entsoe.url");
    }

    @Test
    void wrongSettingShouldBeNamed() {
        refuses("optibid.entsoe.url", "tp.example.com");
        refuses("optibid.entsoe.url", "ftp://tp.example.com");
        refuses("optibid.entsoe.token", "");
        refuses("optibid.entsoe.token", "two words");
        refuses("optibid.entsoe.requests-per-minute", "401");
        refuses("optibid.entsoe.requests-per-minute", "0");
        refuses("optibid.entsoe.timeout", "20");
        refuses("optibid.entsoe.probe-interval", "PT0S");
    }

    @Test
    void secretShouldNotBeRepeatedWhereItIsRefused() {
        values.put("optibid.entsoe.url", "https://user:hidden@tp.example.com/api?securityToken=hidden");
        assertThatThrownBy(() -> read(Environment.PRODUCTION))
                .hasMessageContaining("optibid.entsoe.url")
                .hasMessageNotContaining("hidden");
        values.put("optibid.entsoe.url", "https://tp.example.com/api");
        values.put("optibid.entsoe.token", "hid den");
        assertThatThrownBy(() -> read(Environment.PRODUCTION)).hasMessageNotContaining("hid den");
    }

    private void refuses(String key, String value) {
        String before = values.put(key, value);
        assertThatThrownBy(() -> read(Environment.PRODUCTION))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(key);
        values.put(key, String.valueOf(before));
    }

    private EntsoeSettings read(Environment environment) {
        return EntsoeSettings.of(SettingsTest.settings(values), environment);
    }
}

package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MlflowSettingsTest {
    private final Map<String, String> values = new HashMap<>(Map.of(
            "optibid.mlflow.url", "https://mlflow.example.com/tracking/",
            "optibid.mlflow.token", "se-cret",
            "optibid.mlflow.experiment-prefix", "desk",
            "optibid.mlflow.connect-timeout", "PT5S",
            "optibid.mlflow.timeout", "PT3S",
            "optibid.mlflow.upload-timeout", "PT1M"));

    @Test
    void addressShouldHaveNoSlashAtItsEnd() {
        assertThat(read().uri()).hasToString("https://mlflow.example.com/tracking");
    }

    @Test
    void tokenShouldNotBeShown() {
        assertThat(read().masked()).isEqualTo("https://mlflow.example.com/tracking with a token");
        assertThat(read().toString()).doesNotContain("cret");
        values.remove("optibid.mlflow.token");
        assertThat(read().masked()).isEqualTo("https://mlflow.example.com/tracking");
    }

    @Test
    void wrongSettingShouldBeNamed() {
        refuses("optibid.mlflow.url", "mlflow.example.com:5000");
        refuses("optibid.mlflow.url", "ftp://mlflow.example.com");
        refuses("optibid.mlflow.url", "https://mlflow.example.com?a=b");
        refuses("optibid.mlflow.token", "se cret");
        refuses("optibid.mlflow.experiment-prefix", "a/b");
        refuses("optibid.mlflow.timeout", "3");
        refuses("optibid.mlflow.upload-timeout", "PT6M");
    }

    @Test
    void secretShouldNotBeRepeatedWhereItIsRefused() {
        values.put("optibid.mlflow.url", "https://user:hidden@mlflow.example.com");
        assertThatThrownBy(this::read)
                .hasMessageContaining("optibid.mlflow.url")
                .hasMessageNotContaining("hidden");
        values.put("optibid.mlflow.url", "https://mlflow.example.com");
        values.put("optibid.mlflow.token", "hid den");
        assertThatThrownBy(this::read).hasMessageNotContaining("hid den");
    }

    private void refuses(String key, String value) {
        String before = values.put(key, value);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(key);
        values.put(key, String.valueOf(before));
    }

    private MlflowSettings read() {
        return MlflowSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}

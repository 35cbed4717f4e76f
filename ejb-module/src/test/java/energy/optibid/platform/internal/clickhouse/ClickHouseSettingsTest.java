package energy.optibid.platform.internal.clickhouse;

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
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseSettingsTest {

    @Test
    void passwordShouldNeverBeShown() {
        ClickHouseSettings settings = with("optibid.clickhouse.url", "https://click.example:8443");

        assertThat(settings.masked()).isEqualTo("https://click.example:8443/optibid as desk");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "click.example",
                "http://click.example",
                "tcp://click.example:9000",
                "http://desk:secret@click.example:8123",
                "http://click.example:8123/other",
                "http://click example:8123"
            })
    void addressShouldBeRefusedWithoutItsPasswordWhenItIsNotOne(String url) {
        assertThatThrownBy(() -> with("optibid.clickhouse.url", url))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.clickhouse.url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void databaseAndCertificateShouldBeRefusedWhenTheyCannotBe() {
        assertThatThrownBy(() -> with("optibid.clickhouse.database", "a; drop"))
                .hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> with("optibid.clickhouse.certificate", "/no/such/file"))
                .hasMessageContaining("a file in PEM");
    }

    @ParameterizedTest
    @CsvSource({
        "18.16.1, true",
        "22.8.21.38, true",
        "23.2.7, true",
        "23.3.1.2823, false",
        "25.8, false",
        "26.7.2.1, false"
    })
    void versionShouldBeRefusedWhenItIsOlderThanTheClientCanTalkTo(String text, boolean refused) {
        ServerVersion version = ServerVersion.parse(text + "\n");

        if (refused) {
            assertThatThrownBy(version::requireSupported)
                    .hasMessageContaining(text)
                    .hasMessageContaining("too old");
        } else {
            version.requireSupported();
        }
    }

    @Test
    void answerShouldBeRefusedWhenItIsNoVersion() {
        assertThatThrownBy(() -> ServerVersion.parse("<html>Welcome to nginx</html>"))
                .hasMessageContaining("no ClickHouse");
    }

    private static ClickHouseSettings with(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "optibid.clickhouse.url", "http://localhost:8123",
                "optibid.clickhouse.user", "desk",
                "optibid.clickhouse.password", "secret",
                "optibid.clickhouse.database", "optibid",
                "optibid.clickhouse.connect-timeout", "PT5S",
                "optibid.clickhouse.timeout", "PT5S"));
        values.put(key, value);
        return ClickHouseSettings.of(new Settings(asked -> Optional.ofNullable(values.get(asked))));
    }
}

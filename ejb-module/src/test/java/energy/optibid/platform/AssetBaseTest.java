package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetBaseTest {

    @Test
    void ofShouldBeAbsentWithoutTheSetting() {
        assertThat(AssetBase.of(settings(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://files.example.com/optibid/, https://files.example.com",
        "https://files.example.com:8443/, https://files.example.com:8443",
        "http://127.0.0.1:9/a/, http://127.0.0.1:9"
    })
    void originShouldBeSchemeHostAndPort(String address, String origin) {
        Optional<AssetBase> base = AssetBase.of(settings(Map.of("optibid.web.asset-base-url", address)));

        assertThat(base.orElseThrow().origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example.com/",
                "https://files.example.com/optibid",
                "https://user@files.example.com/",
                "https://files.example.com/?a/",
                "https://files.example.com/#/",
                "https:///",
                "files.example.com/",
                "https://files example.com/",
                "javascript:alert(1)/"
            })
    void ofShouldRefuseWhatABrowserCouldNotTrust(String address) {
        Settings settings = settings(Map.of("optibid.web.asset-base-url", address));

        assertThatThrownBy(() -> AssetBase.of(settings))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.web.asset-base-url");
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(key -> Optional.ofNullable(values.get(key)));
    }
}

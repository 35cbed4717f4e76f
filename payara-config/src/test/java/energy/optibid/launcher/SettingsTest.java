package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void portShouldBeReadWhenItIsANumber() {
        assertThat(Settings.port(" 9090 ")).isEqualTo(9090);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "0", "-1", "65536", "80 80", "8080.0"})
    void portShouldBeRefusedInOneLineWhenItIsNone(String value) {
        assertThatThrownBy(() -> Settings.port(value))
                .isInstanceOf(RefusalException.class)
                .hasMessage("optibid.port is '" + value + "': a port is a number from 1 to 65535.");
    }
}

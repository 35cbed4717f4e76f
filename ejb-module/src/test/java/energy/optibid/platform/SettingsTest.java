package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    static Settings settings(Map<String, String> values) {
        return new Settings(key -> Optional.ofNullable(values.get(key)));
    }

    @Test
    void textShouldBeAbsentWhenItIsBlank() {
        assertThat(settings(Map.of("a", "  ")).text("a")).isEmpty();
        assertThat(settings(Map.of()).text("a")).isEmpty();
        assertThat(settings(Map.of("a", " b ")).text("a")).contains("b");
    }

    @Test
    void flagShouldNameKeyValueAndWhatIsAllowedWhenItIsNotUnderstood() {
        assertThat(settings(Map.of("ENABLE_REDIS", "TRUE")).flag("ENABLE_REDIS"))
                .contains(true);
        assertThatThrownBy(() -> settings(Map.of("ENABLE_REDIS", "yes")).flag("ENABLE_REDIS"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("ENABLE_REDIS is \"yes\"; allowed: true, false");
    }

    @Test
    void durationShouldRefuseWhatIsNotLongerThanNothing() {
        assertThat(settings(Map.of("a", "PT0.5S")).duration("a")).isEqualTo(Duration.ofMillis(500));
        for (String wrong : new String[] {"PT0S", "PT-1S", "2 s", ""}) {
            assertThatThrownBy(() -> settings(Map.of("a", wrong)).duration("a"))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageStartingWith("a is \"" + wrong + "\"; allowed: a length of time");
        }
    }
}

package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private static RateLimit limit(String value) {
        return RateLimit.of("user", new Settings(key -> Optional.of(value)), "optibid.web.rate-limit.user");
    }

    @Test
    void ofShouldReadRequestsAndWindow() {
        assertThat(limit("60/PT1M")).isEqualTo(new RateLimit("user", 60, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "60", "0/PT1M", "-1/PT1M", "60/1m", "60/PT0S", "60/PT0.5S", "60/P2D", "1e3/PT1M", "off"})
    void ofShouldRefuseWhatIsNoLimit(String value) {
        assertThatThrownBy(() -> limit(value))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.web.rate-limit.user");
    }
}

package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.redis.RedisSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {

    private static RedisSettings settings(String uri) {
        Map<String, String> values = Map.of(
                "optibid.redis.uri", uri,
                "optibid.redis.connect-timeout", "PT2S",
                "optibid.redis.timeout", "PT0.5S");
        return RedisSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    @Test
    void maskedShouldHideUserAndPassword() {
        assertThat(settings("redis://desk:s3cret@cache.example:7000/2").masked())
                .isEqualTo("redis://****@cache.example:7000/2");
        assertThat(settings("rediss://cache.example").masked()).isEqualTo("rediss://cache.example:6379");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:s3cret@localhost",
                "localhost:6379",
                "redis://",
                "redis://:s3cret@host name",
                "redis://:s3cret@localhost/cache"
            })
    void addressShouldBeRefusedWithoutItsPasswordWhenItIsNotUnderstood(String uri) {
        assertThatThrownBy(() -> settings(uri))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("optibid.redis.uri is \"")
                .hasMessageContaining("allowed: redis://")
                .hasMessageNotContaining("s3cret");
    }
}

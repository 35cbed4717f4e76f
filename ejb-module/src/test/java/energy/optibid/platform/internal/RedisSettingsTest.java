package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.redis.RedisSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {

    private static RedisSettings settings(String uri) {
        return settings(Map.of("optibid.redis.uri", uri));
    }

    private static RedisSettings settings(Map<String, String> given) {
        Map<String, String> values = new HashMap<>(Map.of(
                "optibid.redis.uri", "redis://:s3cret@localhost",
                "optibid.redis.connect-timeout", "PT2S",
                "optibid.redis.timeout", "PT0.5S"));
        values.putAll(given);
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

    @Test
    void settingsShouldBeRefusedWhenSentinelsAndAClusterAreGiven() {
        assertThatThrownBy(
                        () -> settings(Map.of("optibid.redis.sentinels", "a:26379", "optibid.redis.cluster", "b:6379")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.redis.cluster is \"b:6379\"")
                .hasMessageContaining("nothing, where optibid.redis.sentinels is set too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:x", "redis://a:1", ":s3cret@a:26379", "a:26379;b:26379"})
    void addressesShouldBeRefusedWhenTheyAreNotUnderstood(String addresses) {
        assertThatThrownBy(() -> settings(Map.of("optibid.redis.sentinels", addresses)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("host:port, with commas between")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void maskedShouldNameWhoIsAsked() {
        assertThat(settings(Map.of("optibid.redis.sentinels", "a:26379, [::1]:26380"))
                        .masked())
                .isEqualTo("sentinels a:26379,[::1]:26380, master mymaster");
        assertThat(settings(Map.of("optibid.redis.cluster", "b:6379,c:6379")).masked())
                .isEqualTo("cluster b:6379,c:6379");
    }
}

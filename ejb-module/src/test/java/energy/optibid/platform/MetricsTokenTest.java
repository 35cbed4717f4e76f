package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTokenTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void tokenShouldBeKnownByItsHolder() {
        assertThat(token(SECRET))
                .hasValueSatisfying(
                        token -> assertThat(token.isShownBy("Bearer " + SECRET)).isTrue());
        assertThat(token(SECRET))
                .hasValueSatisfying(
                        token -> assertThat(token.isShownBy("bearer " + SECRET)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Bearer 0123456789abcdef0123456789abcde", "Basic " + SECRET, SECRET})
    void tokenShouldNotBeKnownByOthers(String header) {
        assertThat(token(SECRET))
                .hasValueSatisfying(token -> assertThat(token.isShownBy(header)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "0123456789abcdef 0123456789abcdef", "REPLACE-ME"})
    void startShouldBeRefusedWithoutTellingTheSecretWhenItIsNone(String secret) {
        assertThatThrownBy(() -> token(secret))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(MetricsToken.KEY)
                .hasMessageNotContaining(secret);
    }

    @Test
    void nobodyShouldHaveATokenWhenNoneIsConfigured() {
        assertThat(token("")).isEmpty();
    }

    private static Optional<MetricsToken> token(String secret) {
        return MetricsToken.of(new Settings(key -> Optional.of(secret)));
    }
}

package energy.optibid.identity.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final AttemptRule RULE = AttemptRule.PLACE;

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 0", "10, 15", "11, 30", "12, 60", "13, 120", "15, 480", "16, 900", "17, 900", "9999, 900"})
    void pauseShouldDoubleUpToItsLongest(int failures, long seconds) {
        assertThat(RULE.pause(failures, NOW, NOW).orElse(Duration.ZERO)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void pauseShouldBeOverWhenItsTimeHasPassed() {
        assertThat(RULE.pause(10, NOW.minusSeconds(14), NOW)).contains(Duration.ofSeconds(1));
        assertThat(RULE.pause(10, NOW.minusSeconds(15), NOW)).isEmpty();
    }

    @Test
    void attemptsShouldBeForgottenWhenADayHasPassed() {
        assertThat(RULE.known(12, NOW.minus(Duration.ofHours(23)), NOW)).isEqualTo(12);
        assertThat(RULE.known(12, NOW.minus(Duration.ofHours(24)), NOW)).isZero();
    }

    @Test
    void pauseShouldBeAbsentWhenTheLastAttemptIsReadBackRoundedUp() {
        assertThat(RULE.pause(0, NOW.plusNanos(400), NOW)).isEmpty();
        assertThat(RULE.pause(9, NOW.plusSeconds(2), NOW)).isEmpty();
    }
}

package energy.optibid.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

    @ParameterizedTest
    @CsvSource({"PT0S,0", "PT15M,0.25", "PT23H,23", "PT-30M,-0.5", "PT20M,0.333333", "PT87840H45M,87840.75"})
    void hoursShouldBeDecimal(Duration time, String hours) {
        assertThat(Hours.of(time)).isEqualByComparingTo(hours);
    }
}

package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthTimerTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "-1", "1201", "P1Y", ""})
    void startShouldBeRefusedWhereTooFewMonthsWouldBeKept(String months) {
        Settings settings = new Settings(key -> Optional.of(months));

        assertThatThrownBy(() -> MonthTimer.kept(settings))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.market.months-kept");
    }
}

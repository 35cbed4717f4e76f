package energy.optibid.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTimeTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @ValueSource(strings = {"D-0 00:00", "D-1 12:00", "D-30 09:50", "PT45M", "PT1H15M", "PT0S", "PT840H"})
    void parseShouldReadWhatTextWrites(String text) {
        assertThat(GateTime.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12:00",
                "D-1",
                "D-1 24:00",
                "D-1 12:00:30",
                "D--1 12:00",
                "D-367 12:00",
                "d-1 12:00",
                "PT30S",
                "-PT45M",
                "PT9000H",
                "P1M"
            })
    void parseShouldRefuseWhatIsNoTimeOfAGate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GateTime.parse(text));
    }

    @Test
    void instantShouldFollowTheClockOfTheMarket() {
        GateTime noon = GateTime.parse("D-1 12:00");

        assertThat(noon.instant(LocalDate.of(2026, 3, 29), BRUSSELS, Instant.EPOCH))
                .as("on the last day of winter time")
                .isEqualTo("2026-03-28T11:00:00Z");
        assertThat(noon.instant(LocalDate.of(2026, 3, 30), BRUSSELS, Instant.EPOCH))
                .as("on the day of the change")
                .isEqualTo("2026-03-29T10:00:00Z");
        assertThat(GateTime.parse("D-0 02:30").instant(LocalDate.of(2026, 3, 29), BRUSSELS, Instant.EPOCH))
                .as("a time that is left out")
                .isEqualTo("2026-03-29T01:30:00Z");
        assertThat(GateTime.parse("PT45M")
                        .instant(LocalDate.of(2026, 3, 29), BRUSSELS, Instant.parse("2026-03-29T01:00:00Z")))
                .isEqualTo("2026-03-29T00:15:00Z");
    }
}

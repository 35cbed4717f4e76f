package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.SourceDocument;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchPlanTest {
    private final Map<String, String> values = new HashMap<>(Map.of(
            "optibid.entsoe.product", "SDAC",
            "optibid.entsoe.zones", " NL, DE_LU,NL",
            "optibid.entsoe.documents", "prices,wind-and-solar-forecast",
            "optibid.entsoe.interval", "PT10M"));

    @Test
    void settingsShouldBeReadWithBlanksAndRepetitions() {
        FetchPlan plan = read();

        assertThat(plan.zoneCodes()).containsExactly("NL", "DE_LU");
        assertThat(plan.documents()).containsExactly(SourceDocument.PRICES, SourceDocument.WIND_AND_SOLAR_FORECAST);
        assertThat(plan.interval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(plan.since()).isEmpty();

        values.put("optibid.entsoe.since", "2024-01-01");
        assertThat(read().since()).hasValue(LocalDate.parse("2024-01-01"));
    }

    @Test
    void wrongSettingShouldBeNamed() {
        refuses("optibid.entsoe.zones", "");
        refuses("optibid.entsoe.documents", "prices,weather");
        refuses("optibid.entsoe.documents", " ");
        refuses("optibid.entsoe.since", "last year");
        refuses("optibid.entsoe.interval", "10");
    }

    private void refuses(String key, String value) {
        Optional<String> before = Optional.ofNullable(values.put(key, value));
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(key);
        before.ifPresentOrElse(it -> values.put(key, it), () -> values.remove(key));
    }

    private FetchPlan read() {
        return FetchPlan.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }
}

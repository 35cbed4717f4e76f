package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.RateLimit;
import energy.optibid.platform.Settings;
import energy.optibid.platform.WebSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SafeSettingsTest {
    private static final RateLimit LIMIT = new RateLimit("user", 1, Duration.ofMinutes(1));

    @Test
    void violationsShouldNameWhatTheExampleFileLeavesToFillIn() {
        assertThat(violations(Map.of(
                        "optibid.database.password", "REPLACE-ME", "optibid.security.encryption-key", "REPLACE-ME")))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("optibid.database.password "))
                .anyMatch(line -> line.startsWith("optibid.security.encryption-key "));
    }

    @Test
    void violationsShouldBeNoneWhenThatIsFilledIn() {
        assertThat(violations(Map.of(
                        "optibid.database.password",
                        "long and one's own",
                        "optibid.security.encryption-key",
                        "b25seSBmb3IgdGhlIHRlc3RzLCBub3QgYSBzZWNyZXQ=")))
                .isEmpty();
    }

    private static List<String> violations(Map<String, String> values) {
        return SafeSettings.violations(
                new Settings(key -> Optional.ofNullable(values.get(key))),
                new WebSettings(LIMIT, LIMIT, LIMIT, LIMIT, Optional.empty(), "", Set.of(), Optional.empty()));
    }
}

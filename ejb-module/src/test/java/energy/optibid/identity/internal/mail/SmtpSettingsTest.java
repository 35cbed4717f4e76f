package energy.optibid.identity.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SmtpSettingsTest {
    private final Map<String, String> values = new HashMap<>(Map.of(
            "optibid.mail.smtp.host", "smtp.example.com",
            "optibid.mail.smtp.port", "587",
            "optibid.mail.from", "desk@example.com"));

    @Test
    void connectionShouldBeEncryptedByDefaultWhenInProduction() {
        assertThat(properties(Environment.PRODUCTION))
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
        assertThat(properties(Environment.DEVELOPMENT)).containsEntry("mail.smtp.starttls.required", "false");
    }

    @Test
    void tlsShouldBeSpokenFromTheStartWhenPortIs465() {
        values.put("optibid.mail.smtp.port", "465");

        assertThat(properties(Environment.PRODUCTION)).containsEntry("mail.smtp.ssl.enable", "true");
    }

    @Test
    void nothingShouldBeSentWhenThereIsNoServer() {
        values.remove("optibid.mail.smtp.host");

        assertThat(of(Environment.PRODUCTION)).isEmpty();
    }

    @Test
    void senderShouldBeNeededWhenThereIsAServer() {
        values.remove("optibid.mail.from");

        assertThatThrownBy(() -> of(Environment.PRODUCTION))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("optibid.mail.from");
    }

    private Properties properties(Environment environment) {
        return of(environment).orElseThrow().properties();
    }

    private Optional<SmtpSettings> of(Environment environment) {
        return SmtpSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))), environment);
    }
}

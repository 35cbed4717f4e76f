package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    private static Capabilities capabilities(Map<String, String> values) {
        return new Capabilities(SettingsTest.settings(values));
    }

    @Test
    void everythingUnsafeAndOptionalShouldBeOffWhenNothingIsSet() {
        Capabilities capabilities = capabilities(Map.of());

        assertThat(capabilities.environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(capabilities.simulation()).isFalse();
        assertThat(capabilities.webSocket()).isTrue();
        assertThat(capabilities.of(ServiceName.POSTGRESQL)).isEqualTo(Switch.ON);
        assertThat(ServiceName.optional())
                .allSatisfy(service -> assertThat(capabilities.of(service)).isEqualTo(Switch.OFF));
    }

    @Test
    void simulationShouldBeOnInDevelopmentUnlessSetOtherwise() {
        assertThat(capabilities(Map.of("ENVIRONMENT", "development")).simulation())
                .isTrue();
        assertThat(capabilities(Map.of("ENVIRONMENT", "Development", "SIMULATION_MODE", "false"))
                        .simulation())
                .isFalse();
    }

    @Test
    void simulationShouldBeRefusedInProduction() {
        assertThatThrownBy(() -> capabilities(Map.of("SIMULATION_MODE", "true")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("SIMULATION_MODE is \"true\"; allowed: false, because ENVIRONMENT is production");
    }

    @Test
    void wrongValuesShouldBeRefusedWithKeyValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> capabilities(Map.of("ENVIRONMENT", "staging")))
                .hasMessage("ENVIRONMENT is \"staging\"; allowed: development, production");
        assertThatThrownBy(() -> capabilities(Map.of("ENABLE_KAFKA", "1")))
                .hasMessage("ENABLE_KAFKA is \"1\"; allowed: true, false");
    }

    @Test
    void serviceShouldBeOnWhenItsFlagIs() {
        assertThat(capabilities(Map.of("ENABLE_REDIS", "true")).of(ServiceName.REDIS))
                .isEqualTo(Switch.ON);
    }
}

package energy.optibid.seed.container;

import energy.optibid.platform.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The configuration as a server reads it: the environment, then the defaults that the domain brings along. */
public final class Configuration {
    private static final String DEFAULTS = "META-INF/microprofile-config.properties";

    private Configuration() {}

    /** @param environment names as MicroProfile Config has them: {@code optibid.a.b-c} is {@code OPTIBID_A_B_C} */
    public static Settings of(Map<String, String> environment) {
        Properties defaults = defaults();
        return new Settings(key -> Optional.ofNullable(environment.get(key))
                .or(() -> Optional.ofNullable(environment.get(variable(key))))
                .or(() -> Optional.ofNullable(defaults.getProperty(key))));
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream file = Configuration.class.getClassLoader().getResourceAsStream(DEFAULTS)) {
            if (file == null) {
                throw new IllegalStateException(DEFAULTS + " is missing: this is not optibid-seed.jar as it was built");
            }
            defaults.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}

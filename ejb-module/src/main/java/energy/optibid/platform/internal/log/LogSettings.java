package energy.optibid.platform.internal.log;

import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.LogLevel;
import energy.optibid.platform.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where the log goes.
 *
 * @param folder of the files
 * @param files that are kept, the one that is written to included; 0 for none at all
 * @param maxBytes of a file, about
 * @param console whether the server's console has the same lines
 * @param level of OptiBid's own loggers at the start
 */
public record LogSettings(Path folder, int files, int maxBytes, boolean console, LogLevel level) {
    private static final String FOLDER_KEY = "optibid.log.folder";
    private static final String LEVEL_KEY = "optibid.log.level";

    /** Where both forms of Payara keep what belongs to this instance. */
    private static final String INSTANCE = "com.sun.aas.instanceRoot";

    private static final int MOST_FILES = 1_000;
    private static final int LEAST_BYTES = 65_536;

    /** @throws InvalidSettingException for a setting that is not understood */
    public static LogSettings of(Settings settings, Environment environment) {
        Path folder = settings.text(FOLDER_KEY)
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty(INSTANCE, "."), "logs"));
        return new LogSettings(
                folder.toAbsolutePath().normalize(),
                settings.number("optibid.log.files", 0, MOST_FILES),
                settings.number("optibid.log.max-bytes", LEAST_BYTES, Integer.MAX_VALUE),
                settings.flag("optibid.log.console-json").orElse(false),
                settings.text(LEVEL_KEY)
                        .map(LogSettings::level)
                        .orElse(environment.isDevelopment() ? LogLevel.FINE : LogLevel.INFO));
    }

    private static LogLevel level(String text) {
        return Arrays.stream(LogLevel.values())
                .filter(level -> level.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(LEVEL_KEY, text, "WARNING, INFO, FINE"));
    }
}

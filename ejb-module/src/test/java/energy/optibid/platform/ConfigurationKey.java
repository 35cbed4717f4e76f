package energy.optibid.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of microprofile-config.properties, from which the reference and the example file are made.
 *
 * @param value the default; empty without one
 * @param hasDefault false where the line is commented out
 * @param opensGroup whether an empty line stands before its comment
 */
record ConfigurationKey(String name, String value, String description, boolean hasDefault, boolean opensGroup) {
    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Pattern ENTRY = Pattern.compile("#?([A-Z_]+|optibid\\.[a-z0-9.-]+)=(.*)");

    /** MicroProfile Config's name of the environment variable. */
    String variable() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    boolean isRequired() {
        return description.contains("Required in production");
    }

    /** In the order of the file. */
    static List<ConfigurationKey> all() throws IOException {
        List<ConfigurationKey> keys = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        boolean afterGap = true;
        for (String line : Files.readAllLines(DEFAULTS)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                String description = comment.toString().strip();
                keys.add(new ConfigurationKey(
                        entry.group(1), entry.group(2), description, !line.startsWith("#"), afterGap));
                comment.setLength(0);
                afterGap = false;
            } else if (line.startsWith("#")) {
                comment.append(' ').append(line.substring(1).strip());
            } else {
                comment.setLength(0);
                afterGap = true;
            }
        }
        return keys;
    }
}

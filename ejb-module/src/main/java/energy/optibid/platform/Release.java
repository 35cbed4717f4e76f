package energy.optibid.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which OptiBid this is.
 *
 * @param version of the build
 * @param commit the abbreviated commit it was built from; {@code unknown} where the sources were no checkout
 */
public record Release(String version, String commit) {
    private static final String UNKNOWN = "unknown";

    /** What the build left behind. */
    public static Release ofBuild() {
        Properties properties = new Properties();
        try (InputStream file = Release.class.getResourceAsStream("version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The build left no version behind", e);
        }
        String commit = properties.getProperty("commit", UNKNOWN);
        // Without a checkout the build leaves the placeholder as it is, or nothing.
        return new Release(
                properties.getProperty("version", UNKNOWN), commit.matches("[0-9a-f]{7,40}") ? commit : UNKNOWN);
    }
}

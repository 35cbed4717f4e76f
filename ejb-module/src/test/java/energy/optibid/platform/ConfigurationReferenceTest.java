package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/reference/configuration.md, microprofile-config.properties and the code together. The page is written anew
 * by {@code -Doptibid.write-docs=true}.
 */
class ConfigurationReferenceTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DEFAULTS =
            ROOT.resolve("ejb-module/src/main/resources/META-INF/microprofile-config.properties");
    private static final Path PAGE = ROOT.resolve("docs/reference/configuration.md");
    private static final Pattern ENTRY = Pattern.compile("#?([A-Z_]+|optibid\\.[a-z0-9.-]+)=(.*)");
    private static final String FLAG = "ENABLE_[A-Z]+|SIMULATION_MODE|ENVIRONMENT";
    private static final Pattern READ =
            Pattern.compile("\"(optibid\\.[a-z0-9.-]+|" + FLAG + ")\"|\\$\\{MPCONFIG=([^:}]+)");
    private static final Set<String> READERS_OF_FLAGS =
            Set.of("Capabilities.java", "ServiceName.java", "Environment.java");
    private static final String HEAD = """
            # Configuration

            Every key that OptiBid reads. Made from `microprofile-config.properties` in `ejb-module`, which holds the defaults; a
            test fails when the code reads a key that is missing here, or this page is out of date.

            A value is looked up in this order: Java system property, environment variable, the server's own configuration, the
            default below. The environment variable of a key is the key in capitals with `_` for everything that is neither a
            letter nor a digit. A value that is not understood stops the start with one line that names the key, the value and
            what is allowed. Lengths of time are written in ISO 8601: `PT2S` is two seconds.

            | key | environment variable | default | what it does |
            |---|---|---|---|
            """;

    private record Key(String name, String value, String description, boolean hasDefault) {

        String row() {
            String shown = !hasDefault ? "depends" : value.isEmpty() ? "empty" : "`" + value + "`";
            return "| `%s` | `%s` | %s | %s |".formatted(name, variable(), shown, description);
        }

        private String variable() {
            return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        }
    }

    @Test
    void pageShouldListEveryKey() throws IOException {
        String page = HEAD + keys().stream().map(Key::row).collect(Collectors.joining("\n")) + "\n";

        if (Boolean.getBoolean("optibid.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(text(PAGE)).as("run again with -Doptibid.write-docs=true").isEqualTo(page);
    }

    @Test
    void everyKeyShouldBeDescribed() throws IOException {
        assertThat(keys())
                .allSatisfy(key -> assertThat(key.description())
                        .as("the comment above %s", key.name())
                        .endsWith("."));
    }

    @Test
    void everyKeyThatIsReadShouldBeListedAndTheOtherWayRound() throws IOException {
        Set<String> listed = keys().stream().map(Key::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(read().keySet()).isEqualTo(listed);
    }

    @Test
    void onlyCapabilitiesShouldReadTheFlags() {
        read().forEach((key, files) -> {
            if (key.matches(FLAG)) {
                assertThat(READERS_OF_FLAGS)
                        .as("readers of %s: inject Capabilities instead", key)
                        .containsAll(files);
            }
        });
    }

    private static List<Key> keys() throws IOException {
        List<Key> keys = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        for (String line : Files.readAllLines(DEFAULTS)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                keys.add(new Key(
                        entry.group(1), entry.group(2), comment.toString().strip(), !line.startsWith("#")));
                comment.setLength(0);
            } else if (line.startsWith("#")) {
                comment.append(' ').append(line.substring(1).strip());
            } else {
                comment.setLength(0);
            }
        }
        return keys;
    }

    /** Each key that appears in the code, with the files that read it. */
    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new TreeMap<>();
        for (String folder : List.of(
                "ejb-module/src/main/java", "ejb-module/src/main/resources/META-INF", "web-module/src/main/java")) {
            for (Path file : files(ROOT.resolve(folder))) {
                for (MatchResult match : READ.matcher(text(file)).results().toList()) {
                    String key = match.group(1) == null ? match.group(2) : match.group(1);
                    read.computeIfAbsent(key, unused -> new TreeSet<>())
                            .add(file.getFileName().toString());
                }
            }
        }
        return read;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|xml)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
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
    private static final Path PAGE = ROOT.resolve("docs/reference/configuration.md");
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
            what is allowed. Lengths of time are written in ISO 8601: `PT2S` is two seconds. Every key is optional unless it says
            *Required in production*.

            All keys as environment variables, to be copied and filled in: [`.env.example`](../../payara-config/.env.example). It
            is read alike by systemd (`EnvironmentFile=`), by `docker run --env-file` and by a shell.

            | key | environment variable | default | what it does |
            |---|---|---|---|
            """;

    @Test
    void pageShouldListEveryKey() throws IOException {
        String page = HEAD
                + ConfigurationKey.all().stream()
                        .map(ConfigurationReferenceTest::row)
                        .collect(Collectors.joining("\n")) + "\n";

        if (Boolean.getBoolean("optibid.write-docs")) {
            Files.writeString(PAGE, page);
        }

        assertThat(text(PAGE)).as("run again with -Doptibid.write-docs=true").isEqualTo(page);
    }

    @Test
    void everyKeyShouldBeDescribed() throws IOException {
        assertThat(ConfigurationKey.all())
                .allSatisfy(key -> assertThat(key.description())
                        .as("the comment above %s", key.name())
                        .endsWith("."));
    }

    @Test
    void everyKeyThatIsReadShouldBeListedAndTheOtherWayRound() throws IOException {
        Set<String> listed = ConfigurationKey.all().stream()
                .map(ConfigurationKey::name)
                .collect(Collectors.toCollection(TreeSet::new));

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

    private static String row(ConfigurationKey key) {
        String value = key.hasDefault() ? key.value().isEmpty() ? "empty" : "`" + key.value() + "`" : "depends";
        return "| `%s` | `%s` | %s | %s |".formatted(key.name(), key.variable(), value, key.description());
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

package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes payara-config/.env.example of the keys, by {@code -Doptibid.write-docs=true}, and has it read by who will read
 * it: what a shell, systemd and docker understand alike is a line without quotes, spaces and expansions.
 */
class EnvironmentExampleTest {
    private static final Path FILE = Path.of("../payara-config/.env.example");
    private static final String PLACEHOLDER = "REPLACE-ME";
    private static final int COLUMNS = 110;
    private static final String HEAD = """
            # Every setting of OptiBid as an environment variable, with its meaning and its default. Copy this file, let only the
            # service read the copy, replace each REPLACE-ME, and take the # away in front of what you change.
            #
            # The copy is read by systemd (EnvironmentFile=/etc/optibid/environment), by docker (--env-file), and by a shell
            # (set -a; . ./environment; set +a). Each has rules of its own for quotes and backslashes, spaces and dollars: use
            # values that have none of them.
            #
            # Made from ejb-module/src/main/resources/META-INF/microprofile-config.properties: change it there.
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeWhereWished() throws IOException {
        if (Boolean.getBoolean("optibid.write-docs")) {
            Files.writeString(FILE, file());
        }
    }

    @Test
    void fileShouldListEveryKey() throws IOException {
        assertThat(Files.readString(FILE))
                .as("run again with -Doptibid.write-docs=true")
                .isEqualTo(file());
    }

    @Test
    void shellShouldFindOnlyWhatIsRequiredSet() throws Exception {
        assertThat(readByShell(Files.readString(FILE))).isEqualTo(expected(ConfigurationKey::isRequired));
    }

    @Test
    void shellShouldFindEachDefaultWhenEverythingIsSwitchedOn() throws Exception {
        String everything = Files.readString(FILE).replaceAll("(?m)^#(?=[A-Z_]+=)", "");

        assertThat(readByShell(everything)).isEqualTo(expected(key -> true));
    }

    /** Docker takes what is behind the equals sign as it is, systemd unquotes it: this is the same for both. */
    @Test
    void linesShouldMeanTheSameToEveryReader() throws IOException {
        assertThat(Files.readAllLines(FILE)).allMatch(line -> line.matches("|# ?[ -~&&[^\\\\]]*|#?[A-Z_]+=[\\w:/.-]*"));
    }

    private static String file() throws IOException {
        return HEAD
                + ConfigurationKey.all().stream()
                        .map(EnvironmentExampleTest::entry)
                        .collect(Collectors.joining());
    }

    private static String entry(ConfigurationKey key) {
        return "%s\n# %s: %s\n%s\n%s%s=%s\n"
                .formatted(
                        key.opensGroup() ? "\n" + "#".repeat(COLUMNS) : "",
                        key.name(),
                        key.isRequired()
                                ? "REQUIRED in production"
                                : key.hasDefault() ? "optional" : "optional, no default",
                        wrapped(key.description()),
                        key.isRequired() ? "" : "#",
                        key.variable(),
                        key.isRequired() ? PLACEHOLDER : key.value());
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder("#");
        int column = 1;
        for (String word : text.split(" ", -1)) {
            if (column + 1 + word.length() > COLUMNS) {
                lines.append("\n#");
                column = 1;
            }
            lines.append(' ').append(word);
            column += 1 + word.length();
        }
        return lines.toString();
    }

    private static Map<String, String> expected(Predicate<ConfigurationKey> which) throws IOException {
        return ConfigurationKey.all().stream()
                .filter(which)
                .collect(Collectors.toMap(
                        ConfigurationKey::variable, key -> key.isRequired() ? PLACEHOLDER : key.value()));
    }

    /** What the children of a shell that has read the text find in their environment, without what was there before. */
    private Map<String, String> readByShell(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("environment"), text);
        ProcessBuilder bash =
                new ProcessBuilder("bash", "-euc", "set -a; . \"$1\"; set +a; exec env -0", "bash", file.toString());
        bash.environment().keySet().retainAll(Set.of("PATH"));
        Process shell = bash.redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();

        Map<String, String> found = new LinkedHashMap<>();
        Arrays.stream(output.split("\0", -1))
                .map(variable -> variable.split("=", 2))
                .filter(parts -> parts[0].matches("ENVIRONMENT|SIMULATION_MODE|ENABLE_\\w+|OPTIBID_\\w+"))
                .forEach(parts -> found.put(parts[0], parts[1]));
        return found;
    }
}

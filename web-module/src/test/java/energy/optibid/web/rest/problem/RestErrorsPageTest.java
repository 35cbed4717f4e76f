package energy.optibid.web.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.portfolio.AssetRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/rest-errors.md tells what the code does. */
class RestErrorsPageTest {
    private static final Path PAGE = Path.of("../docs/reference/rest-errors.md");
    private static final Path SOURCES = Path.of("src/main/java/energy/optibid/web");
    private static final Pattern FINDING =
            Pattern.compile("(?:Finding\\.of|refuse|new Finding)\\(\\s*\"([a-z]+-[a-z-]+)\"");

    @Test
    void pageShouldHaveTheTableOfAllProblemsWhenRead() {
        String table = Arrays.stream(ProblemCode.values())
                .map(code ->
                        "| `%s` | %d | %s. | %s |".formatted(code.code(), code.status(), code.title(), code.mend()))
                .collect(Collectors.joining("\n"));

        assertThat(read(PAGE))
                .as("replace the table of problems in docs/reference/rest-errors.md by:%n%s", table)
                .contains(table);
    }

    @Test
    void pageShouldNameEveryFindingWhenRead() {
        Set<String> codes = new TreeSet<>();
        codes.addAll(codesInSources());
        codes.addAll(Arrays.stream(AssetRefusedException.Rule.values())
                .map(AssetRefusedException.Rule::code)
                .toList());
        List<String> missing = codes.stream()
                .filter(code -> !read(PAGE).contains("| `" + code + "` |"))
                .toList();

        assertThat(missing).as("add these to docs/reference/rest-errors.md").isEmpty();
    }

    private static Set<String> codesInSources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> FINDING.matcher(read(file)).results().map(MatchResult::group))
                    .map(text -> text.substring(text.indexOf('"') + 1, text.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package energy.optibid.web.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.forecasting.ModelRule;
import energy.optibid.portfolio.PortfolioRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

    /** Rows that have a status in their second column, one after another. */
    private static final Pattern TABLE =
            Pattern.compile("(?:\\| `[^|]+` \\| \\d{3} \\|[^\n]*\n?)+(?<!\n)", Pattern.MULTILINE);

    @Test
    void pageShouldHaveTheTableOfAllProblemsWhenRead() throws IOException {
        String table = Arrays.stream(ProblemCode.values())
                .map(code ->
                        "| `%s` | %d | %s. | %s |".formatted(code.code(), code.status(), code.title(), code.mend()))
                .collect(Collectors.joining("\n"));

        if (Boolean.getBoolean("optibid.write-docs")) {
            Files.writeString(PAGE, TABLE.matcher(read(PAGE)).replaceFirst(Matcher.quoteReplacement(table)));
        }

        assertThat(read(PAGE)).as("run again with -Doptibid.write-docs=true").contains(table);
    }

    @Test
    void pageShouldNameEveryFindingWhenRead() {
        Set<String> codes = new TreeSet<>();
        codes.addAll(codesInSources());
        codes.addAll(
                Arrays.stream(PortfolioRule.values()).map(PortfolioRule::code).toList());
        codes.addAll(Arrays.stream(ModelRule.values()).map(ModelRule::code).toList());
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

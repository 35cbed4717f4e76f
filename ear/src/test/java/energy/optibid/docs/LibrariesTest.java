package energy.optibid.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** docs/reference/libraries.md against what is shipped. */
class LibrariesTest {
    private static final Path PAGE = Documents.DOCS.resolve("reference/libraries.md");
    private static final Path WAR = Documents.PROJECT.resolve("web-module/target/optibid.war");
    private static final Path CONSOLE = Documents.PROJECT.resolve("web-module/src/main/ui/package.json");

    private static final Pattern JAR = Pattern.compile("WEB-INF/lib/(.+?)-\\d[^/]*\\.jar");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void pageShouldListEachLibraryOfTheWar() throws IOException {
        assumeTrue(Files.exists(WAR) || "true".equals(System.getenv("CI")), "the WAR is not built: mvn verify");

        assertThat(listedUnder("## In `WEB-INF/lib`"))
                .as("the libraries of docs/reference/libraries.md (left) and of the WAR (right)")
                .isEqualTo(shipped());
    }

    @Test
    void pageShouldListEachLibraryOfTheConsole() throws IOException {
        Set<String> bundled = new TreeSet<>();
        new ObjectMapper()
                .readTree(Files.readString(CONSOLE))
                .get("dependencies")
                .fieldNames()
                .forEachRemaining(bundled::add);

        assertThat(listedUnder("## In the console"))
                .as("the libraries of docs/reference/libraries.md (left) and of package.json (right)")
                .isEqualTo(bundled);
    }

    private static Set<String> shipped() throws IOException {
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            return war.stream()
                    .map(ZipEntry::getName)
                    .map(JAR::matcher)
                    .filter(Matcher::matches)
                    .map(jar -> jar.group(1))
                    .filter(name -> !name.startsWith("optibid-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The names in the first column of the table under a heading. */
    private static Set<String> listedUnder(String heading) {
        return Documents.read(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> NAME.matcher(cell).results().map(name -> name.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

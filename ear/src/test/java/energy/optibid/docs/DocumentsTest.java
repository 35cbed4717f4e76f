package energy.optibid.docs;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.docs.Documents.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void linksShouldLeadToFilesOfTheProject() {
        assertThat(links().filter(link -> !Files.exists(link.file()))).isEmpty();
    }

    @Test
    void linksShouldLeadToHeadingsWhenTheyNameOne() {
        assertThat(links().filter(link -> !link.anchor().isEmpty() && Files.isRegularFile(link.file()))
                        .filter(link -> !Documents.anchors(link.file()).contains(link.anchor())))
                .isEmpty();
    }

    @Test
    void indexShouldListEachPage() {
        Path index = Documents.DOCS.resolve("README.md");
        Set<Path> listed = Documents.links(index).stream().map(Link::file).collect(Collectors.toSet());

        assertThat(Documents.pages().stream()
                        .filter(page ->
                                page.startsWith(Documents.DOCS) && !page.equals(index) && !listed.contains(page))
                        .map(Documents.PROJECT::relativize))
                .as("pages that docs/README.md does not list")
                .isEmpty();
    }

    @Test
    void decisionsShouldHaveNumbersOfTheirOwn() {
        List<String> numbers = Documents.pages().stream()
                .filter(page -> page.startsWith(Documents.DOCS.resolve("adr")))
                .map(page -> page.getFileName().toString().substring(0, 4))
                .toList();

        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates().allMatch(number -> number.matches("\\d{4}"));
    }

    private static Stream<Link> links() {
        return Documents.pages().stream()
                .flatMap(page -> Documents.links(page).stream())
                .filter(link -> !link.isExternal());
    }
}

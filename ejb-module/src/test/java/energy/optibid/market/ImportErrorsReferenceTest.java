package energy.optibid.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/reference/import-errors.md and the codes together. */
class ImportErrorsReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "import-errors.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void pageShouldListEachCodeOnce() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ImportErrorCode.values())
                        .map(ImportErrorCode::code)
                        .toList());
    }
}

package energy.optibid.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/reference/assets.md against the records. */
class AssetsReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/assets.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource
    void pageShouldExplainEachFieldInItsOrder(AssetKind kind) throws IOException {
        String page = Files.readString(PAGE);
        String section = page.split("### `" + kind.code() + "`", 2)[1].split("\n##", 2)[0];
        List<String> explained =
                ROW.matcher(section).results().map(row -> row.group(1)).toList();

        assertThat(explained)
                .containsExactly(Arrays.stream(kind.parameters().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }
}

package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.liquibase.structure.Kind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/reference/database.md against the database that the changelogs make. */
class DatabaseReferenceTest {
    private static final Path PAGE = Path.of("../docs/reference/database.md");

    /** A row that begins with a name in code and says something about it. */
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| \\S.*\\|$", Pattern.MULTILINE);

    @Test
    void pageShouldListEachTableOnceWithItsPurpose() throws IOException, SQLException {
        List<String> listed = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(listed))
                .as("the tables of docs/reference/database.md (left) and of the database (right)")
                .isEqualTo(migratedTables());
    }

    private static Set<String> migratedTables() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Connection connection = server.getPostgresDatabase().getConnection()) {
            Schema schema = new Schema(connection);
            schema.update();
            return schema.structure().names(Kind.TABLE);
        }
    }
}

package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL 15, the oldest that OptiBid works with: the same changelogs make the same of it. */
class OldestPostgresTest {

    @Test
    @EnabledOnOs(architectures = "amd64", disabledReason = "the build fetches the binaries for x86-64")
    void verifyShouldFindNothingOnTheOldestPostgresql(@TempDir Path unpacked) throws IOException, SQLException {
        try (JarFile binaries = new JarFile(binaries().toFile());
                TestPostgres postgres = new TestPostgres(EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(unpacked.toFile())
                        .setPgBinaryResolver((system, hardware) -> binaries.getInputStream(binaries.stream()
                                .filter(entry -> entry.getName().endsWith(".txz"))
                                .findFirst()
                                .orElseThrow())))) {
            assertThat(postgres.query("postgres", "show server_version"))
                    .singleElement()
                    .asString()
                    .startsWith("15.");
            postgres.create("optibid");
            postgres.migrate("optibid");
            postgres.execute("optibid", "select market_ensure_partitions('prices', '2024-01-01Z', '2024-06-01Z')");

            assertThat(postgres.run("optibid", "verify").lines()).last().isEqualTo("Nothing is wrong.");

            postgres.execute("optibid", "drop index bids_by_asset");
            assertThat(postgres.run("optibid", "verify").lines()).last().isEqualTo("1 difference.");
        }
    }

    /** The build fetches them beside the class path, where those of the newer one are. */
    private static Path binaries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/oldest-postgresql"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

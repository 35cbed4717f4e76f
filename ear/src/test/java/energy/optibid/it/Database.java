package energy.optibid.it;

import energy.optibid.launcher.Guard;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL of the test's own, empty at its start; ends with this JVM. */
final class Database {

    static final String USER = "postgres";
    static final String NAME = "postgres";
    static final String PASSWORD = "not-asked-for";

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Database start(Path folder, Guard guard) {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(folder), "postgresql-");
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(TestFolders.POSTGRESQL.toFile())
                    .start();
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            guard.watch("INT", Long.parseLong(pid.trim()));
            return new Database(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    DataSource dataSource() {
        return postgres.getDatabase(USER, NAME);
    }

    /** What the application needs in its environment to use this database through the pool that it brings along. */
    Map<String, String> environment() {
        return Map.of(
                "OPTIBID_DATABASE_URL", "jdbc:postgresql://localhost:" + port() + "/" + NAME,
                "OPTIBID_DATABASE_USER", USER,
                "OPTIBID_DATABASE_PASSWORD", PASSWORD);
    }
}

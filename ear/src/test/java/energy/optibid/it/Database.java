package energy.optibid.it;

import energy.optibid.launcher.Guard;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL of the test's own, empty at its start; ends with this JVM. */
final class Database {

    /** The login that the application works as. */
    static final String USER = "optibid";

    /** The login that migrates, and that a test looks behind the API with: row-level security does not bind it. */
    static final String OWNER = "postgres";

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
            Database database = new Database(postgres);
            database.execute("create role " + USER + " login");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return postgres.getPort();
    }

    DataSource dataSource() {
        return postgres.getDatabase(OWNER, NAME);
    }

    /** Connections as the application has them. */
    DataSource applicationDataSource() {
        return postgres.getDatabase(USER, NAME);
    }

    void execute(String... statements) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the application needs in its environment to migrate this database at its start, in development. */
    Map<String, String> ownerEnvironment() {
        return Map.of(
                "OPTIBID_DATABASE_URL", url(),
                "OPTIBID_DATABASE_OWNER_USER", OWNER,
                "OPTIBID_DATABASE_OWNER_PASSWORD", PASSWORD);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port() + "/" + NAME;
    }

    /** What the application needs in its environment to use this database through the pool that it brings along. */
    Map<String, String> environment() {
        return Map.of(
                "OPTIBID_DATABASE_URL", url(),
                "OPTIBID_DATABASE_USER", USER,
                "OPTIBID_DATABASE_PASSWORD", PASSWORD);
    }
}

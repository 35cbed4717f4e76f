package energy.optibid.it;

import energy.optibid.launcher.Guard;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    private final Path data;
    private final Guard guard;
    private final Path pgCtl;
    private ProcessHandle postmaster;

    private Database(EmbeddedPostgres postgres, Path data, Guard guard) throws IOException {
        this.postgres = postgres;
        this.data = data;
        this.guard = guard;
        this.postmaster = watched();
        this.pgCtl = Path.of(postmaster.info().command().orElseThrow()).resolveSibling("pg_ctl");
    }

    static Database start(Path folder, Guard guard) {
        return start(folder, Map.of(), guard);
    }

    /** @param settings of the server, by their names in its own configuration */
    static Database start(Path folder, Map<String, String> settings, Guard guard) {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(folder), "postgresql-");
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(TestFolders.POSTGRESQL.toFile());
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres postgres = builder.start();
            Database database = new Database(postgres, data, guard);
            database.execute("create role " + USER + " login");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle watched() throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        guard.watch("INT", Long.parseLong(pid.trim()));
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    /** Ends it as a crash of its machine does; what was committed stays. */
    void kill() {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Starts it again on what a crash left behind, at the same port. */
    void bringBack() {
        List<String> start = List.of(
                pgCtl.toString(),
                "start",
                "--wait",
                "--pgdata=" + data,
                "--options=-F -p " + port(),
                "--log=" + data.resolve("again.log"));
        // PostgreSQL refuses root; in a namespace of its own it does not see that it is.
        boolean root = "root".equals(System.getProperty("user.name"));
        run(Stream.concat(root ? Stream.of("unshare", "-U") : Stream.of(), start.stream())
                .toArray(String[]::new));
        try {
            postmaster = watched();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It keeps its connections, takes new ones, and answers nothing. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private void signal(String name) {
        Stream<String> processes = processes().stream().map(process -> Long.toString(process.pid()));
        run(Stream.concat(Stream.of("kill", "-" + name), processes).toArray(String[]::new));
    }

    private static void run(String... command) {
        try {
            // What pg_ctl starts inherits these: a pipe would keep waiting for it.
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
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

    /** The first column of the first row that a query finds, as the owner. */
    String text(String query) {
        return texts(query).get(0);
    }

    /** The first column of what a query finds, as the owner. */
    List<String> texts(String query) {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
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

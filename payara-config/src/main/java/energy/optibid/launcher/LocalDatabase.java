package energy.optibid.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL for this run alone: on the loopback, with a password, its data in the data folder. */
final class LocalDatabase implements AutoCloseable {

    /** Of the database, and of the login that the application works as. */
    private static final String NAME = "optibid";

    private static final String OWNER = "optibid_owner";
    private static final String MAJOR_VERSION = "17";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int PATIENCE_AT_THE_END_S = 30;

    private final EmbeddedPostgres postgres;
    private final ProcessHandle postmaster;
    private final String password;

    private LocalDatabase(EmbeddedPostgres postgres, ProcessHandle postmaster, String password) {
        this.postgres = postgres;
        this.postmaster = postmaster;
        this.password = password;
    }

    /**
     * Starts it, the first time after setting it up.
     *
     * @param programs where PostgreSQL's programs are unpacked
     * @throws RefusalException where it does not start
     */
    static LocalDatabase start(DataFolder folder, Path programs) {
        try {
            String password = folder.password();
            prepare(folder);
            EmbeddedPostgres postgres = launch(folder, programs, password);
            createDatabase(postgres, password);
            Files.writeString(folder.postgresqlComplete(), MAJOR_VERSION + "\n");
            long pid = Postmaster.pid(folder.postgresql()).orElseThrow();
            return new LocalDatabase(postgres, ProcessHandle.of(pid).orElseThrow(), password);
        } catch (IOException | SQLException e) {
            throw new RefusalException("PostgreSQL did not start on " + folder.postgresql() + " (" + e.getMessage()
                    + "): see " + folder.postgresqlLog());
        }
    }

    private static void prepare(DataFolder folder) throws IOException {
        if (!Files.exists(folder.postgresqlComplete())) {
            // What an interrupted first run left holds no data of anybody.
            MicroInstallation.deleteRecursively(folder.postgresql());
            return;
        }
        String version =
                Files.readString(folder.postgresql().resolve("PG_VERSION")).trim();
        if (!version.equals(MAJOR_VERSION)) {
            throw new RefusalException("The database in " + folder.postgresql() + " is of PostgreSQL " + version
                    + ", and this OptiBid brings PostgreSQL " + MAJOR_VERSION
                    + ": move the folder away, or choose another one with -D" + Settings.DATA + "=FOLDER.");
        }
        Postmaster.endLeftOver(folder.postgresql());
    }

    private static EmbeddedPostgres launch(DataFolder folder, Path programs, String password) throws IOException {
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.postgresqlLog().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Files.createDirectories(programs).toFile())
                .setDataDirectory(folder.postgresql())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .setConnectConfig("password", password)
                // No socket beside the loopback's port; the library turns fsync off, which is for throw-away data.
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on");
        initialisation(folder).forEach(builder::setLocaleConfig);
        return builder.start();
    }

    /** Options of initdb: the library passes on what it is told of the locale, and the rest stands beside it. */
    private static Map<String, String> initialisation(DataFolder folder) {
        return Map.of(
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "locale", "C",
                "auth", "scram-sha-256",
                "pwfile", folder.passwordFile().toString());
    }

    /**
     * Makes the database and its logins where they are missing: one owns and migrates, the application works as the
     * other, which owns nothing. Neither can create roles, so those of the changelogs are made here too.
     */
    private static void createDatabase(EmbeddedPostgres postgres, String password) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            renameOwnerOfOldFolder(statement);
            createRole(statement, OWNER, "login password '" + password + "'");
            createRole(statement, NAME, "login password '" + password + "'");
            createRole(statement, "optibid_application", "nologin");
            createRole(statement, "optibid_platform", "nologin");
            statement.execute("grant optibid_platform to " + OWNER);
            statement.execute("grant optibid_application to " + NAME);
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + OWNER);
            }
        }
    }

    /** Until 0.1 one login owned everything and was the application's too. */
    private static void renameOwnerOfOldFolder(Statement statement) throws SQLException {
        if (exists(
                statement,
                "select 1 from pg_database where datname = '" + NAME + "' and datdba::regrole::text = '" + NAME
                        + "'")) {
            statement.execute("alter role " + NAME + " rename to " + OWNER);
        }
    }

    private static void createRole(Statement statement, String name, String options) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " " + options);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** What the application needs in its environment. */
    Map<String, String> environment() {
        return Map.of(
                "OPTIBID_DATABASE_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + NAME,
                "OPTIBID_DATABASE_USER", NAME,
                "OPTIBID_DATABASE_PASSWORD", password,
                "OPTIBID_DATABASE_OWNER_USER", OWNER,
                "OPTIBID_DATABASE_OWNER_PASSWORD", password);
    }

    ProcessHandle process() {
        return postmaster;
    }

    @Override
    public void close() {
        try {
            if (postmaster.isAlive()) {
                postgres.close();
            }
            // PostgreSQL's own command returns a moment before the process has ended.
            postmaster
                    .onExit()
                    .orTimeout(PATIENCE_AT_THE_END_S, TimeUnit.SECONDS)
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CompletionException e) {
            throw new IllegalStateException("PostgreSQL does not end: process " + postmaster.pid(), e);
        }
    }
}

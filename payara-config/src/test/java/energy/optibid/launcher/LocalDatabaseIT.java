package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseIT {

    private static final Path PROGRAMS = Path.of(System.getProperty("optibid.programs", "target/programs"));

    @TempDir
    Path parent;

    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(parent.resolve("data"));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void databaseShouldKeepItsDataWhenItIsStartedAgain() throws IOException, SQLException {
        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            assertThat(query(database, "create table kept as select 42; select current_user"))
                    .isEqualTo("optibid_owner");
        }
        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            assertThat(query(database, "select * from kept")).isEqualTo("42");
            assertThat(query(database, "show fsync")).isEqualTo("on");
            assertThat(Files.readAllLines(folder.postgresql().resolve("postmaster.pid"))
                            .get(4))
                    .as("folder of the socket")
                    .isBlank();
        }
    }

    @Test
    void databaseShouldGiveTheApplicationALoginOfItsOwnWhenTheFolderIsOfTheFirstRelease() throws SQLException {
        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            query(database, "create table kept as select 42; select 1");
            asAdministrator(
                    database,
                    "drop role optibid",
                    "alter role optibid_owner rename to optibid",
                    "drop role optibid_application",
                    "drop role optibid_platform");
        }

        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            assertThat(query(database, "select tableowner from pg_tables where tablename = 'kept'"))
                    .isEqualTo("optibid_owner");
            assertThat(query(database, "select pg_has_role('optibid', 'optibid_application', 'USAGE')"))
                    .isEqualTo("t");
            assertThat(query(database, "select pg_has_role('optibid', 'optibid_owner', 'MEMBER')"))
                    .isEqualTo("f");
        }
    }

    private static void asAdministrator(LocalDatabase database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        String.valueOf(database.environment().get("OPTIBID_DATABASE_URL")),
                        "postgres",
                        database.environment().get("OPTIBID_DATABASE_PASSWORD"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void databaseShouldAskForItsPasswordWhenSomebodyConnects() {
        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            String url = database.environment().get("OPTIBID_DATABASE_URL");

            for (String user : new String[] {"optibid", "optibid_owner", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(String.valueOf(url), user, "wrong"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void databaseShouldStartWhenItsFileNamesAProcessThatIsAnotherProgram() throws IOException, SQLException {
        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            query(database, "create table kept as select 42; select 1");
        }
        Files.writeString(
                folder.postgresql().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.postgresql() + "\n");

        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            assertThat(query(database, "select * from kept")).isEqualTo("42");
        }
    }

    @Test
    void databaseShouldBeSetUpAgainWhenTheFirstRunWasInterrupted() throws IOException, SQLException {
        Files.createDirectories(folder.postgresql());
        Files.createFile(folder.postgresql().resolve("postgresql.conf"));

        try (LocalDatabase database = LocalDatabase.start(folder, PROGRAMS)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void databaseShouldBeRefusedInOneLineWhenItIsOfAnotherVersion() throws IOException {
        Files.createDirectories(folder.postgresql());
        Files.writeString(folder.postgresql().resolve("PG_VERSION"), "12\n");
        Files.createFile(folder.postgresqlComplete());

        assertThatThrownBy(() -> LocalDatabase.start(folder, PROGRAMS))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("is of PostgreSQL 12");
    }

    private static String query(LocalDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        String.valueOf(database.environment().get("OPTIBID_DATABASE_URL")),
                        "optibid_owner",
                        database.environment().get("OPTIBID_DATABASE_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getUpdateCount() >= 0) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }
}

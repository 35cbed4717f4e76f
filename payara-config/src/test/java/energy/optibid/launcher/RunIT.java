package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-command run as a person meets it: the launcher as a process, the real server, the real database. */
class RunIT {

    @TempDir
    Path parent;

    @Test
    void runShouldKeepItsDataWhenItIsStoppedOrKilledAndStartedAgain() throws Exception {
        Path data = parent.resolve("data");
        int port = freePort();

        try (LauncherProcess first = LauncherProcess.start(data, port).awaitReady()) {
            assertThat(first.output())
                    .contains("http://localhost:" + port + "/", "trader@demo.optibid", data.toString());
            assertReady(port);
            execute(data, "create table kept as select 42 as answer");
            refusesTheSameFolder(data);
            refusesTheSamePort(port);
            stopsInGoodOrder(first, data);
        }
        damage(onlyArchive(data));
        try (LauncherProcess second = LauncherProcess.start(data, port).awaitReady()) {
            assertThat(answer(data)).isEqualTo(42);
            endsEverythingWhenKilled(second, data);
        }
        try (LauncherProcess third = LauncherProcess.start(data, port).awaitReady()) {
            assertThat(answer(data)).isEqualTo(42);
            saysSoWhenTheServerDies(third, data);
        }
    }

    private static void refusesTheSameFolder(Path data) throws Exception {
        assertRefused(LauncherProcess.start(data, freePort()), "OptiBid: OptiBid is already running on " + data);
    }

    private void refusesTheSamePort(int port) throws Exception {
        assertRefused(LauncherProcess.start(parent.resolve("other"), port), "OptiBid: Port " + port);
    }

    private static void stopsInGoodOrder(LauncherProcess run, Path data) throws Exception {
        ProcessHandle postmaster = LauncherProcess.postmaster(data);
        List<ProcessHandle> servers = run.descendants("launch-micro.jar");
        assertThat(servers).hasSize(1);

        run.signal("INT");
        run.awaitExit();

        assertThat(run.output()).contains("OptiBid has stopped.").doesNotContain("by itself");
        assertThat(servers.get(0).isAlive()).isFalse();
        assertThat(postmaster.isAlive()).isFalse();
    }

    private static void endsEverythingWhenKilled(LauncherProcess run, Path data) throws Exception {
        ProcessHandle postmaster = LauncherProcess.postmaster(data);
        ProcessHandle server = run.descendants("launch-micro.jar").get(0);

        run.signal("KILL");

        server.onExit().get(60, TimeUnit.SECONDS);
        postmaster.onExit().get(60, TimeUnit.SECONDS);
    }

    private static void saysSoWhenTheServerDies(LauncherProcess run, Path data) throws Exception {
        ProcessHandle postmaster = LauncherProcess.postmaster(data);

        run.descendants("launch-micro.jar").get(0).destroyForcibly();

        assertThat(run.awaitExit()).isNotZero();
        assertThat(run.output())
                .contains("OptiBid: The server ended by itself")
                .contains(data.resolve("logs/server.log").toString());
        assertThat(postmaster.isAlive()).isFalse();
    }

    @Test
    void runShouldRefuseInOneLineWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    LauncherProcess.start(parent.resolve("data"), taken.getLocalPort()),
                    "OptiBid: Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used");
        }
    }

    @Test
    void runShouldRefuseInOneLineWhenTheDataFolderCannotBeWritten() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        assertRefused(LauncherProcess.start(file, freePort()), "OptiBid: The data folder " + file + " is a file");
        assertRefused(
                LauncherProcess.start(file.resolve("data"), freePort()),
                "OptiBid: The data folder " + file.resolve("data") + " cannot be written");
    }

    private static void assertRefused(LauncherProcess run, String line) throws Exception {
        try (run) {
            assertThat(run.awaitExit()).isNotZero();
            assertThat(run.lines()).hasSize(1);
            assertThat(run.lines().get(0)).startsWith(line);
        }
    }

    private static void assertReady(int port) throws InterruptedException {
        assertThat(Readiness.await(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(10), () -> false))
                .isTrue();
    }

    private static Path onlyArchive(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("classes"))) {
            List<Path> archives =
                    files.filter(file -> file.toString().endsWith(".jsa")).toList();
            assertThat(archives).hasSize(1);
            return archives.get(0);
        }
    }

    private static void damage(Path archive) throws IOException {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
    }

    private static void execute(Path data, String sql) throws IOException, SQLException {
        try (Connection connection = connect(data);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(Path data) throws IOException, SQLException {
        try (Connection connection = connect(data);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select answer from kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    private static Connection connect(Path data) throws IOException, SQLException {
        String password = Files.readString(data.resolve("postgresql-password")).trim();
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + LauncherProcess.postgresqlPort(data) + "/optibid",
                "optibid_owner",
                password);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

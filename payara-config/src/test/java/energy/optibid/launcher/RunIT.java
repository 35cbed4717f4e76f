package energy.optibid.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-command run as a person meets it: the launcher as a process, the real server, the real database. */
class RunIT {

    @TempDir
    Path parent;

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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

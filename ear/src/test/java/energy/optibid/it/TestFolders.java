package energy.optibid.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the tests find what the build made, and where they may write. */
final class TestFolders {

    /** Everything that the tests write. */
    static final Path IT =
            Path.of(System.getProperty("optibid.it.folder", "target/it")).toAbsolutePath();

    static final Path WAR = file("optibid.war");
    static final Path EAR = file("optibid.ear");
    static final Path MICRO_JAR = file("optibid.micro");
    static final Path SCHEMA_COMMAND = file("optibid.schema-command");
    static final Path PAYARA = file("optibid.payara");
    static final Path POSTGRESQL = IT.resolve("postgresql");

    /** Where the server under test takes messages from; other nodes do not. */
    static final Path FEEDS = IT.resolve("feeds");

    private TestFolders() {}

    private static Path file(String property) {
        return Path.of(System.getProperty(property, property)).toAbsolutePath().normalize();
    }

    /** Ports of the loopback that nobody listens on, all different. */
    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of a log, for a person who looks at a failure. */
    static String tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }
}

package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real haproxy before several nodes, each of which gets the same share of connections. */
final class Haproxy extends ServiceProcess {
    private final List<URI> nodes;

    private Haproxy(Guard guard, int port, List<URI> nodes) {
        super(guard, port);
        this.nodes = nodes;
    }

    /** Started, and takes connections. */
    static Haproxy start(List<URI> nodes, Guard guard) {
        Programs.require("haproxy");
        Haproxy proxy = new Haproxy(guard, TestFolders.freePorts(1).get(0), nodes);
        proxy.comeBack();
        return proxy;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    String name() {
        return "haproxy";
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    /** Time-outs as for WebSocket: a connection may be silent for longer than two pings are apart. */
    @Override
    protected ProcessBuilder program() throws IOException {
        StringBuilder configuration = new StringBuilder("""
                global
                    maxconn 4000
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 60s
                    timeout server 60s
                    timeout tunnel 60s
                frontend desk
                    bind 127.0.0.1:%d
                    default_backend nodes
                backend nodes
                    balance roundrobin
                """.formatted(port()));
        for (int i = 0; i < nodes.size(); i++) {
            configuration.append(
                    "    server node%d 127.0.0.1:%d%n".formatted(i, nodes.get(i).getPort()));
        }
        try {
            Path folder = Files.createDirectories(TestFolders.IT.resolve("haproxy"));
            Path file = Files.writeString(folder.resolve("haproxy.cfg"), configuration);
            return new ProcessBuilder(Programs.find("haproxy").orElseThrow().toString(), "-db", "-f", file.toString())
                    .redirectOutput(folder.resolve("output.txt").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

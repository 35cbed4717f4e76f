package energy.optibid.market.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.redis.RedisSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real redis-server on a free port of the loopback interface, which can be killed, brought back and frozen. */
public final class RedisServer implements AutoCloseable {
    private final int port;
    private @Nullable Process process;

    private RedisServer(int port) {
        this.port = port;
    }

    /** Not started yet; skips the test where redis-server is not installed, or fails it in CI. */
    public static RedisServer prepare() throws IOException {
        requireInstalled();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new RedisServer(free.getLocalPort());
        }
    }

    public int port() {
        return port;
    }

    /** Starts it with more options, and waits until it answers. */
    public void start(String... options) throws IOException {
        launch(Stream.concat(Stream.of("--port", String.valueOf(port)), Arrays.stream(options)));
        Wait.until("redis-server answers", this::answers);
    }

    /** Starts it as a sentinel; it writes to the file. */
    public void startSentinel(Path configuration) throws IOException {
        launch(Stream.of(configuration.toString(), "--sentinel", "--port", String.valueOf(port)));
        Wait.until("the sentinel answers", this::answers);
    }

    /** Starts it on TLS alone; nobody waits for it. */
    public void startOnTls(Path certificate, Path key) throws IOException {
        launch(Stream.of(
                "--port",
                "0",
                "--tls-port",
                String.valueOf(port),
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-ca-cert-file",
                certificate.toString(),
                "--tls-auth-clients",
                "no"));
    }

    private void launch(Stream<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("redis-server"));
        arguments.forEach(command::add);
        boolean sentinel = command.contains("--sentinel");
        command.addAll(sentinel ? List.of("--bind", "127.0.0.1") : List.of("--bind", "127.0.0.1", "--save", ""));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What redis-cli prints for a command to this server, stripped. */
    public String command(List<String> options, String... command) {
        List<String> arguments = new ArrayList<>(List.of("-p", String.valueOf(port)));
        arguments.addAll(options);
        arguments.addAll(List.of(command));
        return client(arguments);
    }

    /** What redis-cli prints, stripped. */
    public static String client(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("redis-cli"));
        command.addAll(arguments);
        try {
            Process client = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when the machine loses power: nothing is said to the clients, nothing is kept. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Connections stay open and are accepted, but nothing answers. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    public static RedisSettings settings(int port, String connectTimeout) {
        Map<String, String> values = Map.of(
                "optibid.redis.uri",
                "redis://127.0.0.1:" + port,
                "optibid.redis.connect-timeout",
                connectTimeout,
                "optibid.redis.timeout",
                "PT0.25S");
        return RedisSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private boolean answers() {
        // Some answer: one that wants a password is there too.
        return !client(List.of("-p", String.valueOf(port), "PING")).isEmpty();
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process running = process;
        assertThat(running).isNotNull();
        String pid = running == null ? "" : String.valueOf(running.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    private static void requireInstalled() {
        List<Path> folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        boolean installed = folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve("redis-server")));
        String reason = "redis-server is not installed (Debian: apt-get install redis-server)";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(reason).isTrue();
        }
        assumeThat(installed).as(reason).isTrue();
    }
}

package energy.optibid.market.internal.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.redis.RedisSettings;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;

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

    public void start() throws IOException {
        process = new ProcessBuilder(
                        "redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Wait.until("redis-server answers", this::answers);
    }

    /** As when the machine loses power: nothing is said to the clients, nothing is kept. */
    void kill() throws InterruptedException {
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
        try (Jedis jedis = new Jedis("127.0.0.1", port, 500)) {
            return "PONG".equals(jedis.ping());
        } catch (RuntimeException e) {
            return false;
        }
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

package energy.optibid.platform.internal.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import energy.optibid.platform.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A current ClickHouse engine (chdb in a Node process, behind HTTP) on a free port of the loopback interface, which can be
 * killed, brought back and frozen. Its data stay in a folder unless they are taken away.
 */
public final class ClickHouseEngine implements AutoCloseable {
    private static final Path MODULES = Path.of("target", "chdb").toAbsolutePath();
    private static final Path SERVER =
            Path.of("src", "test", "chdb", "server.mjs").toAbsolutePath();
    private static final String PASSWORD = "of-the-test";
    private static final long DEADLINE_SECONDS = 120;

    private final int port;
    private Path data;
    private @Nullable Process process;

    private ClickHouseEngine(int port, Path data) {
        this.port = port;
        this.data = data;
    }

    /** Not started yet; skips the test where chdb is not installed, or fails it in CI. */
    public static ClickHouseEngine prepare() throws IOException {
        boolean installed = Files.isDirectory(MODULES.resolve("node_modules").resolve("chdb"));
        String reason = "chdb is not installed in ejb-module/target/chdb (see .ci/run)";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(reason).isTrue();
        }
        assumeThat(installed).as(reason).isTrue();
        return new ClickHouseEngine(freePort(), Files.createTempDirectory("clickhouse"));
    }

    public static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        "node",
                        SERVER.toString(),
                        String.valueOf(port),
                        data.toString(),
                        MODULES.toString(),
                        "optibid",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        until("ClickHouse answers", () -> answers(port));
    }

    /** As when the machine loses power. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** The next start begins without data. */
    public void loseData() throws IOException {
        data = Files.createTempDirectory("clickhouse");
    }

    /** Connections stay open and are accepted, but nothing answers. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    public ClickHouseSettings settings(String timeout) {
        return settings(port, timeout);
    }

    public static ClickHouseSettings settings(int port, String timeout) {
        Map<String, String> values = Map.of(
                "optibid.clickhouse.url",
                "http://127.0.0.1:" + port,
                "optibid.clickhouse.user",
                "optibid",
                "optibid.clickhouse.password",
                PASSWORD,
                "optibid.clickhouse.database",
                "optibid_test",
                "optibid.clickhouse.connect-timeout",
                timeout,
                "optibid.clickhouse.timeout",
                timeout);
        return ClickHouseSettings.of(new Settings(key -> Optional.ofNullable(values.get(key))));
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private static boolean answers(int port) {
        HttpRequest ping = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ping"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(ping, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for a condition, with a deadline that only a defect reaches. */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not within " + DEADLINE_SECONDS + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process running = process;
        assertThat(running).isNotNull();
        String pid = running == null ? "" : String.valueOf(running.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}

package energy.optibid.platform.internal.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import energy.optibid.platform.Settings;
import energy.optibid.platform.Wait;
import energy.optibid.platform.internal.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A current ClickHouse engine (chdb in a Node process, behind HTTP) on a free port of the loopback interface, which can be
 * killed, brought back and frozen. Its data stay in a folder unless they are taken away.
 */
public final class ClickHouseEngine implements AutoCloseable {
    private static final Path MODULES = Path.of("target", "chdb").toAbsolutePath();
    private static final Path SERVER =
            Path.of("src", "test", "chdb", "server.mjs").toAbsolutePath();
    static final String PASSWORD = "of-the-test";

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
        return new ClickHouseEngine(freePort(), newFolder());
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "clickhouse")), "data-")
                .toAbsolutePath();
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
        launch(List.of());
        Wait.until("ClickHouse answers", () -> answers(port));
    }

    /** Returns before it answers: who asks has to trust its certificate. */
    void startOnTls(Certificates certificates) throws IOException {
        launch(List.of(certificates.certificate().toString(), certificates.key().toString()));
    }

    private void launch(List<String> tls) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "node",
                SERVER.toString(),
                String.valueOf(port),
                data.toString(),
                MODULES.toString(),
                "optibid",
                PASSWORD));
        command.addAll(tls);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
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
        data = newFolder();
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

    private void signal(String name) throws IOException, InterruptedException {
        Process running = process;
        assertThat(running).isNotNull();
        String pid = running == null ? "" : String.valueOf(running.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}

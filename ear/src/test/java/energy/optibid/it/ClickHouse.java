package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A current ClickHouse engine of the test's own, as the tests of its adapter have it; keeps what it has when killed. */
final class ClickHouse extends ServiceProcess {
    private static final Path EJB_MODULE =
            Path.of("../ejb-module").toAbsolutePath().normalize();
    private static final Path MODULES = EJB_MODULE.resolve("target/chdb");
    private static final String PASSWORD = "of-the-test";

    private final Path data;

    private ClickHouse(Guard guard, int port, Path data) {
        super(guard, port);
        this.data = data;
    }

    /** Not started; absent where chdb is not installed. */
    static Optional<ClickHouse> ifInstalled(Guard guard) throws IOException {
        if (!Files.isDirectory(MODULES.resolve("node_modules/chdb"))) {
            return Optional.empty();
        }
        Path data = Files.createTempDirectory(Files.createDirectories(TestFolders.IT), "clickhouse-");
        return Optional.of(new ClickHouse(guard, TestFolders.freePorts(1).get(0), data));
    }

    @Override
    String name() {
        return "clickhouse";
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "ENABLE_CLICKHOUSE",
                "true",
                "OPTIBID_CLICKHOUSE_URL",
                "http://127.0.0.1:" + port(),
                "OPTIBID_CLICKHOUSE_USER",
                "optibid",
                "OPTIBID_CLICKHOUSE_PASSWORD",
                PASSWORD);
    }

    /** What ClickHouse itself answers, as text. */
    String query(String sql) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port()))
                .header("X-ClickHouse-User", "optibid")
                .header("X-ClickHouse-Key", PASSWORD)
                .POST(BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(sql + ": " + answer.body());
            }
            return answer.body().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    protected ProcessBuilder program() {
        return new ProcessBuilder(
                        "node",
                        EJB_MODULE.resolve("src/test/chdb/server.mjs").toString(),
                        String.valueOf(port()),
                        data.toString(),
                        MODULES.toString(),
                        "optibid",
                        PASSWORD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
}

package energy.optibid.it;

import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A current ClickHouse engine of the test's own, as the tests of its adapter have it; ends with this JVM. */
final class ClickHouse {
    private static final Path EJB_MODULE =
            Path.of("../ejb-module").toAbsolutePath().normalize();
    private static final Path MODULES = EJB_MODULE.resolve("target/chdb");
    private static final String PASSWORD = "of-the-test";

    private final Guard guard;
    private final int port;
    private final Path data;
    private Process process;

    private ClickHouse(Guard guard, int port, Path data) {
        this.guard = guard;
        this.port = port;
        this.data = data;
        this.process = launch();
    }

    /** Absent where chdb is not installed. */
    static Optional<ClickHouse> startIfInstalled(Guard guard) throws IOException {
        return Files.isDirectory(MODULES.resolve("node_modules/chdb"))
                ? Optional.of(
                        new ClickHouse(guard, TestFolders.freePorts(1).get(0), Files.createTempDirectory("clickhouse")))
                : Optional.empty();
    }

    Map<String, String> environment() {
        return Map.of(
                "ENABLE_CLICKHOUSE",
                "true",
                "OPTIBID_CLICKHOUSE_URL",
                "http://127.0.0.1:" + port,
                "OPTIBID_CLICKHOUSE_USER",
                "optibid",
                "OPTIBID_CLICKHOUSE_PASSWORD",
                PASSWORD);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void bringBack() {
        process = launch();
    }

    private Process launch() {
        try {
            Process launched = new ProcessBuilder(
                            "node",
                            EJB_MODULE.resolve("src/test/chdb/server.mjs").toString(),
                            String.valueOf(port),
                            data.toString(),
                            MODULES.toString(),
                            "optibid",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            guard.watch("KILL", launched.pid());
            Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package energy.optibid.it;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What stands for MLflow in the tests of its adapter too: there is no package of it. Keeps what it has when killed. */
final class Mlflow extends ServiceProcess {
    private static final Path PROGRAM = Path.of("../ejb-module/src/test/mlflow/server.mjs");
    private static final String TOKEN = "of-the-test";

    private final Path folder;

    private Mlflow(Guard guard, int port, Path folder) {
        super(guard, port);
        this.folder = folder;
    }

    /** Not started. */
    static Mlflow prepare(Guard guard) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(TestFolders.IT), "mlflow-");
        return new Mlflow(guard, TestFolders.freePorts(1).get(0), folder);
    }

    @Override
    String name() {
        return "mlflow";
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "ENABLE_MLFLOW",
                "true",
                "OPTIBID_MLFLOW_URL",
                "http://127.0.0.1:" + port(),
                "OPTIBID_MLFLOW_TOKEN",
                TOKEN);
    }

    @Override
    protected ProcessBuilder program() {
        return new ProcessBuilder("node", PROGRAM.toString(), String.valueOf(port()), folder.toString(), TOKEN)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    /** All that it has. */
    JsonNode state() {
        return Api.at(URI.create("http://127.0.0.1:" + port()), Optional.empty())
                .get("/test/state")
                .json();
    }
}

package energy.optibid.forecasting.internal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What stands for MLflow (src/test/mlflow/server.mjs), in a process of its own that comes, goes and freezes. */
final class MlflowServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final Path folder;
    private final List<String> arguments;
    private @Nullable Process process;

    private MlflowServer(int port, Path folder, List<String> arguments) {
        this.port = port;
        this.folder = folder;
        this.arguments = arguments;
    }

    /** Not started. */
    static MlflowServer prepare(String token, String artefactRoot) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mlflow")), "server-");
            return new MlflowServer(free.getLocalPort(), folder, List.of(token, artefactRoot));
        }
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        List<String> command =
                new ArrayList<>(List.of("node", "src/test/mlflow/server.mjs", String.valueOf(port), folder.toString()));
        command.addAll(arguments);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = started;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!answers()) {
            assertThat(started.isAlive() && System.nanoTime() < end)
                    .as("see %s", folder)
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        Process running = Objects.requireNonNull(process);
        new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid()))
                .start()
                .waitFor();
    }

    /** All that it has, and the calls since its start. */
    JsonObject state() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/test/state")).build();
        String body = CLIENT.send(request, BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /**
     * Has the next calls of that name go wrong.
     *
     * @param how {@code drop}: done, and the connection is closed without an answer; {@code refuse}; {@code break}
     */
    void fault(String call, String how, int times) throws IOException, InterruptedException {
        JsonObject fault = Json.createObjectBuilder()
                .add("call", call)
                .add("how", how)
                .add("times", times)
                .build();
        post("/test/fault", fault.toString());
    }

    /** It comes to have nothing. */
    void forget() throws IOException, InterruptedException {
        post("/test/forget", "");
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(body))
                .build();
        CLIENT.send(request, BodyHandlers.discarding());
    }

    private boolean answers() {
        try {
            state();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}

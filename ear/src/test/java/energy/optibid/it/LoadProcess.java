package energy.optibid.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.optibid.launcher.Guard;
import energy.optibid.load.push.LoadClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@link LoadClient} in a process of its own; ends with this JVM. */
final class LoadProcess implements AutoCloseable {
    /** Of the product whose prices its clients follow. */
    static final String PRODUCT = "SDAC";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final BufferedReader answers;
    private final Writer commands;

    private LoadProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
        this.commands = process.outputWriter(UTF_8);
    }

    static LoadProcess start(Guard guard) {
        try {
            Path log = Files.createDirectories(TestFolders.IT).resolve("load-client.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=4",
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadClient.class.getName())
                    .redirectError(log.toFile())
                    .start();
            guard.watch("KILL", process.pid());
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new LoadProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Clients that are looked at together.
     *
     * @param receiveBufferBytes of each socket; 0 for the system's own
     */
    record Crowd(LoadProcess process, String name, List<String> zones, int receiveBufferBytes) {

        /** Adds clients and connects all that are not connected; returns when each has had its beginning, or has failed. */
        JsonNode open(URI server, String token, int clients, int atOnce) {
            ObjectNode command = command("open")
                    .put("clients", clients)
                    .put("server", server.toString())
                    .put("token", token)
                    .put("receiveBufferBytes", receiveBufferBytes)
                    .put("atOnce", atOnce);
            return process.ask(command);
        }

        /** @param bytesPerSecond what each client reads at the most; -1 for all that comes */
        void limit(long bytesPerSecond) {
            process.ask(command("limit").put("bytesPerSecond", bytesPerSecond));
        }

        /** Has each client ask for all beginnings again and again, and say that it is alive, though it may read nothing. */
        void ask(int perSecond) {
            process.ask(command("ask").put("perSecond", perSecond));
        }

        JsonNode status() {
            return process.ask(command("status"));
        }

        /** What was told since the last report, compared with these events. */
        JsonNode report(CommittedPrices committed) {
            ObjectNode command = command("report");
            command.set("events", committed.events());
            return process.ask(command);
        }

        /** Whether each client that is connected or was has heard of the last event of each zone. */
        boolean hasReached(CommittedPrices committed) {
            JsonNode reached = status().get("reached");
            return zones.stream().allMatch(zone -> reached.get(zone).asLong() >= committed.last(zone));
        }

        private ObjectNode command(String wish) {
            ObjectNode command =
                    MAPPER.createObjectNode().put("do", wish).put("crowd", name).put("product", PRODUCT);
            ArrayNode codes = command.putArray("zones");
            zones.forEach(codes::add);
            return command;
        }
    }

    private synchronized JsonNode ask(ObjectNode command) {
        try {
            commands.write(MAPPER.writeValueAsString(command) + "\n");
            commands.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("The load client ended: see load-client.log");
            }
            JsonNode answer = MAPPER.readTree(line);
            if (answer.has("error")) {
                throw new AssertionError(
                        "The load client says: " + answer.get("error").asText());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the server under test on its way through two rsyslogd, with the configurations of docs/how-to/ship-logs.md. */
class LogShippingIT {
    private static final Path PAGE = Path.of("../docs/how-to/ship-logs.md");
    private static final int REQUESTS = 1_000;

    @TempDir
    static Path folder;

    private static Guard guard;
    private static Rsyslog sender;
    private static Rsyslog collector;

    @BeforeAll
    static void start() throws IOException {
        Programs.require("rsyslogd");
        ServerUnderTest.base();
        guard = new Guard();
        String port = Integer.toString(TestFolders.freePorts(1).get(0));
        String collecting = Rsyslog.configuration(PAGE, 1);
        collecting = Rsyslog.replace(
                collecting, "/var/log/optibid.jsonl", collected().toString());
        collecting = Rsyslog.replace(collecting, "port=\"2514\"", "address=\"127.0.0.1\" port=\"" + port + "\"");
        String sending = Rsyslog.configuration(PAGE, 0);
        sending = Rsyslog.replace(
                sending,
                "/opt/optibid/micro/logs/optibid.0.jsonl",
                JsonLog.current().toString());
        sending = Rsyslog.replace(sending, "logs.example", "127.0.0.1");
        sending = Rsyslog.replace(sending, "port=\"2514\"", "port=\"" + port + "\"");
        collector = Rsyslog.start(Files.createDirectory(folder.resolve("collector")), collecting, guard);
        sender = Rsyslog.start(Files.createDirectory(folder.resolve("sender")), sending, guard);
    }

    @AfterAll
    static void end() {
        if (sender != null) {
            sender.close();
            collector.close();
            guard.close();
        }
    }

    @Test
    void everyLineShouldArriveOnceAndInOrder() {
        String prefix = "shipped-" + UUID.randomUUID() + "-";
        Api viewer = Api.as("viewer");
        List<String> ids =
                IntStream.range(0, REQUESTS).mapToObj(i -> prefix + i).toList();
        ids.forEach(id -> viewer.send(
                viewer.request("/api/v1/zones").header("X-Request-Id", id).GET()));
        JsonLog.awaitRequest(ids.get(REQUESTS - 1));

        List<String> arrived =
                Patience.until(() -> requests(collectedLines(), prefix), lines -> lines.size() >= REQUESTS);

        assertThat(arrived)
                .as(() -> sender.output() + "\n" + collector.output())
                .isEqualTo(requests(JsonLog.lines(), prefix))
                .extracting(line -> JsonLog.parsed(line).get("requestId").asText())
                .isEqualTo(ids);
        assertThat(collectedLines()).allSatisfy(line -> {
            JsonNode parsed = JsonLog.parsed(line);
            assertThat(parsed.isObject()).isTrue();
        });
        assertThat(ServerUnderTest.logFolder().resolve("optibid.1.jsonl"))
                .as("the log began a new file meanwhile")
                .exists();
    }

    private static List<String> requests(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.contains(prefix) && line.contains("\"energy.optibid.requests\""))
                .toList();
    }

    private static List<String> collectedLines() {
        try {
            String text = Files.exists(collected()) ? Files.readString(collected()) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path collected() {
        return folder.resolve("collected.jsonl");
    }
}

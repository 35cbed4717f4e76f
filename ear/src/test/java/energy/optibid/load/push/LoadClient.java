package energy.optibid.load.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;

/**
 * Clients of pushed prices, as many as are asked for, in a process of their own. Reads a command in JSON from each line of its
 * input and answers it by a line of its output; ends when its input ends. By hand, with the class path of the tests:
 *
 * <pre>{@code
 * java -cp … energy.optibid.load.push.LoadClient
 * {"do":"open","crowd":"all","clients":100,"server":"http://localhost:8080","token":"eyJ…","product":"SDAC","zones":["EE"]}
 * {"do":"status","crowd":"all"}
 * {"do":"report","crowd":"all","events":[[4711,"EE",1767225600000000]]}
 * }</pre>
 *
 * <table>
 * <caption>Commands; each names its crowd</caption>
 * <tr><td>{@code open}</td><td>adds {@code clients} and connects all that are not connected, {@code atOnce} at the same
 * time, each with its last numbers where it has some, through a socket of {@code receiveBufferBytes}. Answers with the
 * status when nobody is on the way any more</td></tr>
 * <tr><td>{@code limit}</td><td>lets each client read {@code bytesPerSecond}: 0 for nothing, -1 for as they come</td></tr>
 * <tr><td>{@code ask}</td><td>has each client ask for all beginnings {@code perSecond} times, and say that it is alive: with
 * a limit of 0, more and more waits for it. The server ends who sends more than 20 messages a second</td></tr>
 * <tr><td>{@code status}</td><td>who is connected, why others are not, and the lowest of their last numbers by zone</td></tr>
 * <tr><td>{@code report}</td><td>compares what was told since the last report with what was committed: {@code events} by
 * place, zone and commit in microseconds since 1970 UTC</td></tr>
 * </table>
 */
public final class LoadClient {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int AT_ONCE = 100;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Loop loop;
    private final Map<String, Crowd> crowds = new HashMap<>();

    private LoadClient(Loop loop) {
        this.loop = loop;
    }

    public static void main(String[] arguments) throws IOException {
        LoadClient client = new LoadClient(Loop.start());
        PrintStream answers = new PrintStream(System.out, true, UTF_8);
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println(client.answer(line));
            }
        }
    }

    private String answer(String line) throws IOException {
        try {
            JsonNode command = MAPPER.readTree(line);
            return MAPPER.writeValueAsString(obey(command, crowd(command)));
        } catch (RuntimeException e) {
            return MAPPER.writeValueAsString(MAPPER.createObjectNode().put("error", e.toString()));
        }
    }

    private Crowd crowd(JsonNode command) {
        return crowds.computeIfAbsent(command.required("crowd").asText(), name -> {
            List<String> zones = StreamSupport.stream(command.required("zones").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new Crowd(loop, command.required("product").asText(), zones);
        });
    }

    private ObjectNode obey(JsonNode command, Crowd crowd) {
        String wish = command.required("do").asText();
        switch (wish) {
            case "open" -> open(command, crowd);
            case "limit" -> {
                long bytesPerSecond = command.required("bytesPerSecond").asLong();
                loop.run(() -> crowd.limit(bytesPerSecond));
            }
            case "ask" -> {
                int perSecond = command.required("perSecond").asInt();
                loop.run(() -> crowd.ask(perSecond));
            }
            case "report" -> {
                return loop.ask(() -> crowd.report(command.required("events")));
            }
            case "status" -> {}
            default -> throw new IllegalArgumentException("Not understood: " + wish);
        }
        return loop.ask(crowd::status);
    }

    private void open(JsonNode command, Crowd crowd) {
        Crowd.Place place = new Crowd.Place(
                URI.create(command.required("server").asText()),
                command.required("token").asText(),
                command.path("receiveBufferBytes").asInt(0),
                command.path("atOnce").asInt(AT_ONCE));
        loop.run(() -> {
            crowd.add(command.path("clients").asInt(0));
            crowd.open(place);
        });
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!loop.ask(crowd::isSettled)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all connected: " + loop.ask(crowd::status));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}

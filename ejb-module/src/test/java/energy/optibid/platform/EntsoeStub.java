package energy.optibid.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers as the Transparency Platform does, by HTTP on the loopback: with what a test tells it. */
public final class EntsoeStub implements AutoCloseable {
    /** The account that it lets in. */
    public static final String TOKEN = "0123abcd-of-the-test";

    private static final String ACKNOWLEDGEMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Acknowledgement_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-1:acknowledgementdocument:7:0">
              <createdDateTime>2024-09-02T08:00:00Z</createdDateTime>
              <Reason><code>999</code><text>%s</text></Reason>
            </Acknowledgement_MarketDocument>
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<Long> askedAt = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Function<Map<String, String>, Reply> replies = query -> noData();

    /**
     * What is answered.
     *
     * @param body absent for none at all, for as long as the stub lives
     */
    public record Reply(int status, Optional<byte[]> body, Map<String, String> headers) {
        public static Reply of(int status, String body) {
            return new Reply(status, Optional.of(body.getBytes(StandardCharsets.UTF_8)), Map.of());
        }

        public static Reply document(byte[] body) {
            return new Reply(200, Optional.of(body), Map.of("Content-Type", "application/xml"));
        }

        public static Reply never() {
            return new Reply(0, Optional.empty(), Map.of());
        }
    }

    private EntsoeStub(HttpServer server) {
        this.server = server;
    }

    public static EntsoeStub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        EntsoeStub stub = new EntsoeStub(server);
        server.createContext("/api", stub::answer);
        server.setExecutor(stub.threads);
        server.start();
        return stub;
    }

    /** What the platform says where it has none. */
    public static Reply noData() {
        return acknowledgement(200, "No matching data found for Data item Energy Prices [12.1.D]");
    }

    public static Reply acknowledgement(int status, String text) {
        return Reply.of(status, ACKNOWLEDGEMENT.formatted(text));
    }

    /** @param next of a request's parameters, all but the token */
    public void reply(Function<Map<String, String>, Reply> next) {
        replies = next;
    }

    /** A client of it that is in no hurry of its own. */
    public EntsoeRest client() {
        return client(400, Duration.ofSeconds(20));
    }

    public EntsoeRest client(int requestsPerMinute, Duration timeout) {
        return new EntsoeRest(EntsoeSettings.of(
                SettingsTest.settings(Map.of(
                        "optibid.entsoe.url", address(),
                        "optibid.entsoe.token", TOKEN,
                        "optibid.entsoe.requests-per-minute", Integer.toString(requestsPerMinute),
                        "optibid.entsoe.probe-interval", "PT1M",
                        "optibid.entsoe.timeout", timeout.toString())),
                Environment.DEVELOPMENT));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /** Parameters of each request so far, in their order, all but the token. */
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    /** When they came, by {@link System#nanoTime}. */
    List<Long> askedAt() {
        return List.copyOf(askedAt);
    }

    private void answer(HttpExchange exchange) throws IOException {
        askedAt.add(System.nanoTime());
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        boolean known = TOKEN.equals(query.remove("securityToken"));
        asked.add(query);
        Reply reply = known ? replies.apply(query) : Reply.of(401, "Unauthorized. Invalid security token.");
        try (exchange) {
            if (reply.body().isEmpty()) {
                end.await();
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().get();
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String part : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(decoded(pair[0]), decoded(pair[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.launcher.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy of docs/how-to/run-behind-a-proxy.md in front of the server under test, with the page's configuration. */
class NginxIT {
    private static final Path PAGE = Path.of("../docs/how-to/run-behind-a-proxy.md");
    private static final String MONITORING = "127.0.9.9";

    /** Far beyond the proxy's time-outs for a client, and far below the default ones. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String LOG_IN = "{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}";

    private static final Pattern LEFT =
            Pattern.compile("^RateLimit: \"anonymous\";r=(\\d+);", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    @TempDir
    static Path folder;

    private static Guard guard;
    private static Nginx nginx;

    @BeforeAll
    static void startNginx() throws IOException {
        Programs.require("nginx", "openssl");
        guard = new Guard();
        nginx = start(ServerUnderTest.base().getPort());
    }

    private static Nginx start(int upstream) throws IOException {
        return Nginx.start(Files.createTempDirectory(folder, "nginx-"), PAGE, upstream, MONITORING, guard);
    }

    @AfterAll
    static void endNginx() {
        if (nginx != null) {
            nginx.close();
            guard.close();
        }
    }

    @Test
    void consoleAndApiShouldAnswerOverTls() throws IOException {
        assertThat(ask("127.0.1.1", get("/", "")))
                .startsWith("HTTP/1.1 200 ")
                .contains("<div id=\"root\">")
                .containsIgnoringCase("Strict-Transport-Security: max-age=31536000")
                .doesNotContain("nginx/");
        assertThat(ask("127.0.1.1", get("/api/v1/health", "")))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Strict-Transport-Security: max-age=31536000");
    }

    @Test
    void limitShouldCountTheClientWhateverAddressItMakesUp() throws IOException {
        for (int i = 0; i < 20; i++) {
            refusedLogIn(
                    "127.0.1.2", "X-Forwarded-For: 192.0.2.%d%s\r\n".formatted(i, i % 2 == 0 ? "" : ", 127.0.0.1"));
        }

        // A bucket of 60 fills by one a second while the test runs.
        assertThat(left(refusedLogIn("127.0.1.2", "X-Forwarded-For: 192.0.2.99\r\n")))
                .isLessThan(57);
        assertThat(left(refusedLogIn("127.0.1.3", ""))).as("another client").isEqualTo(59);
    }

    private static String refusedLogIn(String from, String headers) throws IOException {
        // Nobody twice: an account with many refused log-ins is slowed down by itself.
        String body = LOG_IN.replace("nobody", "nobody-" + UUID.randomUUID());
        String answer = ask(from, post("/api/v1/auth/login", headers, body.length()) + body);
        assertThat(answer).startsWith("HTTP/1.1 401 ");
        return answer;
    }

    private static int left(String answer) {
        Matcher limit = LEFT.matcher(answer);
        assertThat(limit.find()).as(answer).isTrue();
        return Integer.parseInt(limit.group(1));
    }

    @Test
    void trailShouldNameTheClientWhateverAddressItMakesUp() throws IOException {
        String requestId = "nginx-" + UUID.randomUUID();
        String headers = "X-Forwarded-For: 192.0.2.3\r\nX-Request-Id: " + requestId + "\r\n";
        String body = LOG_IN.replace("nobody@example.com", "viewer@demo.optibid");

        assertThat(ask("127.0.1.4", post("/api/v1/auth/login", headers, body.length()) + body))
                .startsWith("HTTP/1.1 401 ");

        JsonNode entries = Api.as("admin")
                .get("/api/v1/audit-entries?action=log-in.refused&limit=50")
                .json()
                .get("items");
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.get("requestId").asText()).isEqualTo(requestId);
            assertThat(entry.get("address").asText()).isEqualTo("127.0.1.4");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready", "/metrics", "/openapi"})
    void serversOwnEndpointsShouldBeForMonitoringAlone(String path) throws IOException {
        assertThat(ask("127.0.1.5", get(path, ""))).startsWith("HTTP/1.1 403 ").doesNotContain("nginx/");
        assertThat(ask(MONITORING, get(path, "Authorization: Bearer " + TestSettings.METRICS_TOKEN + "\r\n")))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void senderShouldBeCutOffWhenTheHeaderComesSlowly() throws IOException {
        assertCutOff("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x");
    }

    @Test
    void senderShouldBeCutOffWhenTheBodyStops() throws IOException {
        assertCutOff(post("/api/v1/auth/login", "", LOG_IN.length()) + "{", "");
    }

    @Test
    void importShouldBePassedOnWhileItArrives() throws IOException {
        String refused = ask("127.0.1.6", post("/api/v1/market-data/imports", "", 900_000_000) + "start;price\n");

        assertThat(refused).as("before the body is there").startsWith("HTTP/1.1 401 ");
    }

    @Test
    void importShouldBeStoredWhenItIsLargerThanOtherBodiesMayBe() throws IOException {
        LocalDate day = LocalDate.parse("2022-05-04");
        StringBuilder csv = new StringBuilder("start;price;note\n");
        for (int hour = 0; hour < 24; hour++) {
            csv.append("%sT%02d:00:00Z;50.00;".formatted(day, hour))
                    .append("x".repeat(60_000))
                    .append('\n');
        }
        csv.append("%sT00:00:00Z;50.00;".formatted(day.plusDays(1)))
                .append("x".repeat(60_000))
                .append('\n');
        String path =
                "/api/v1/market-data/imports?product=SDAC&zone=LT&time=start&price=price&delimiter=%3B&timeZone=UTC";
        String head = post(
                        path, "Authorization: Bearer " + Users.accessToken("admin@demo.optibid") + "\r\n", csv.length())
                .replace("application/json", "text/csv");

        assertThat(ask("127.0.1.7", head + csv)).startsWith("HTTP/1.1 201 ");
    }

    @Test
    void webSocketShouldBeUpgraded() throws IOException {
        try (ServerSocket upstream = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Nginx front = start(upstream.getLocalPort());
                Socket client = front.connect("127.0.1.8")) {
            send(
                    client,
                    get("/ws/prices", "Upgrade: websocket\r\n").replace("Connection: close", "Connection: Upgrade"));
            try (Socket server = upstream.accept()) {
                String request = readUntil(server, "\r\n\r\n");
                assertThat(request)
                        .startsWith("GET /ws/prices HTTP/1.1\r\n")
                        .containsIgnoringCase("Upgrade: websocket\r\n")
                        .containsIgnoringCase("Connection: upgrade\r\n")
                        .contains("X-Forwarded-For: 127.0.1.8\r\n", "X-Forwarded-Proto: https\r\n");
                send(server, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
                assertThat(readUntil(client, "\r\n\r\n")).startsWith("HTTP/1.1 101 ");
                send(client, "to the server.");
                assertThat(readUntil(server, ".")).isEqualTo("to the server.");
                send(server, "to the client.");
                assertThat(readUntil(client, ".")).isEqualTo("to the client.");
            }
        }
    }

    @Test
    void pricesShouldBePushedThroughTheProxy() {
        WebSocket.Builder handshake = HttpClient.newBuilder()
                .sslContext(nginx.trust())
                .build()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + Users.accessToken("viewer@demo.optibid"));
        try (PushClient client =
                PushClient.open(handshake, URI.create("https://localhost:" + nginx.port()), "prices")) {
            client.subscribe("FI", "");
            client.next("snapshot");

            WebSocketIT.importDay("FI");

            client.next("price");
        }
    }

    /** Sends a piece again and again until the connection ends. */
    private static void assertCutOff(String beginning, String piece) throws IOException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        try (Socket socket = nginx.connect("127.0.1.9")) {
            send(socket, beginning);
            socket.setSoTimeout(200);
            while (!isEnded(socket, piece)) {
                assertThat(System.nanoTime()).as("the connection is still open").isLessThan(end);
            }
        }
    }

    private static boolean isEnded(Socket socket, String piece) {
        try {
            String answer = new String(socket.getInputStream().readNBytes(1), StandardCharsets.ISO_8859_1);
            return answer.isEmpty() || answer.equals("H");
        } catch (SocketTimeoutException e) {
            return cannotSend(socket, piece);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean cannotSend(Socket socket, String piece) {
        try {
            send(socket, piece);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String post(String path, String headers, int length) {
        return "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n" + headers + "\r\n";
    }

    private static String ask(String from, String request) throws IOException {
        try (Socket socket = nginx.connect(from)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return RawHttp.send(socket, request);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        socket.setSoTimeout((int) DEADLINE.toMillis());
        InputStream in = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("closed after %s", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }
}

package energy.optibid.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // each test starts the server
class HttpCallTest {
    private static final int ENDLESS = 0;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/of-ten", exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, ENDLESS);
            OutputStream body = exchange.getResponseBody();
            byte[] part = new byte[8_192];
            while (!Thread.currentThread().isInterrupted()) {
                body.write(part);
            }
        });
        server.createContext("/head-alone", exchange -> exchange.sendResponseHeaders(200, 10));
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.stop(0);
    }

    @Test
    void answerShouldHaveAsMuchAsItMay() throws HttpCallException {
        assertThat(bytes("/of-ten", 10)).hasSize(10);
    }

    @Test
    void answerThatIsTooLongShouldEnd() {
        assertThatThrownBy(() -> bytes("/of-ten", 9)).hasMessage("it failed: the answer has more than 9 bytes");
        assertThatThrownBy(() -> bytes("/endless", 100_000)).hasMessageContaining("more than 100000 bytes");
    }

    @Test
    void answerThatNeverEndsShouldTakeNoLongerThanItMay() {
        assertThatThrownBy(() -> bytes("/head-alone", 10)).hasMessage("no answer within 1.0 s to it");
    }

    private byte[] bytes(String path, long most) throws HttpCallException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .build();
        Duration timeout = path.equals("/head-alone") ? Duration.ofSeconds(1) : Duration.ofSeconds(20);
        return HttpCall.send(HttpClient.newHttpClient(), request, "it", timeout, most)
                .body();
    }
}

package energy.optibid.identity.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on the loopback that answers as a test tells it, and counts how often it was asked. */
final class StubProvider implements AutoCloseable {
    final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    StubProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, "", Map.of()));
            byte[] body = page.body().getBytes(UTF_8);
            page.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void answer(String path, String body) {
        pages.put(path, new Page(200, body, Map.of()));
    }

    void answer(String path, int status, String body, Map<String, String> headers) {
        pages.put(path, new Page(status, body, headers));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Page(int status, String body, Map<String, String> headers) {}
}

package energy.optibid.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A content network that fetches what it is asked for from OptiBid, with the headers, and can do that badly. */
final class ContentNetwork implements AutoCloseable {
    private static final String FOLDER = "/desk/";

    /** What it does with what it is asked for. */
    enum Mood {
        SERVES,
        HAS_NOTHING,
        CHANGES_FILES,
        NEVER_ANSWERS
    }

    private final Queue<String> served = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Mood mood = Mood.SERVES;
    private volatile Optional<Api> optibid = Optional.empty();

    private ContentNetwork(HttpServer server) {
        this.server = server;
    }

    static ContentNetwork start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ContentNetwork network = new ContentNetwork(server);
        server.createContext(FOLDER, network::answer);
        server.setExecutor(network.threads);
        server.start();
        return network;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + FOLDER;
    }

    void fetchFrom(Api optibid) {
        this.optibid = Optional.of(optibid);
    }

    void be(Mood next) {
        mood = next;
        served.clear();
    }

    /** Paths of the files that were answered since the last change. */
    List<String> served() {
        return List.copyOf(served);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                allow(exchange);
                return;
            }
            String path = exchange.getRequestURI().getPath().substring(FOLDER.length() - 1);
            switch (mood) {
                case SERVES -> send(exchange, path, optibid.orElseThrow().get(path), "");
                case CHANGES_FILES -> send(exchange, path, optibid.orElseThrow().get(path), "/* more */");
                case HAS_NOTHING -> exchange.sendResponseHeaders(404, -1);
                case NEVER_ANSWERS -> end.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The tests' browser sends a header more than others, and so asks before. */
    private static void allow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "X-Forwarded-For");
        exchange.sendResponseHeaders(204, -1);
    }

    private void send(HttpExchange exchange, String path, Answer file, String more) throws IOException {
        for (String name : List.of(
                "Content-Type", "Cache-Control", "Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy")) {
            exchange.getResponseHeaders().set(name, file.header(name));
        }
        byte[] body = (file.body() + more).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(file.status(), body.length);
        exchange.getResponseBody().write(body);
        served.add(path);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package energy.optibid.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the WebSocket. Checks each message that it gets against the AsyncAPI document. */
final class PushClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Heard heard = new Heard();
    private final WebSocket socket;

    private PushClient(WebSocket.Builder handshake, URI address) {
        try {
            this.socket = handshake
                    .buildAsync(address, heard)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof WebSocketHandshakeException refused ? new Refused(refused) : e;
        }
    }

    /** The server did not open a WebSocket. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        private Refused(WebSocketHandshakeException e) {
            super(e);
            this.status = e.getResponse().statusCode();
        }

        int status() {
            return status;
        }
    }

    /** A handshake, with what it still needs. */
    static WebSocket.Builder handshake() {
        return HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    }

    static PushClient open(WebSocket.Builder handshake, URI node, String channel) {
        return new PushClient(handshake, URI.create("ws" + node.toString().substring(4) + "/ws/" + channel));
    }

    /** With a token in the header, as programs do it. */
    static PushClient open(URI node, String channel, String token) {
        return open(handshake().header("Authorization", "Bearer " + token), node, channel);
    }

    static PushClient open(String channel, String token) {
        return open(ServerUnderTest.base(), channel, token);
    }

    void send(String text) {
        socket.sendText(text, true)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(closed -> socket)
                .join();
    }

    /** @param after empty for none */
    void subscribe(String zone, String after) {
        send("{\"type\":\"subscribe\",\"product\":\"SDAC\",\"zones\":[\"%s\"]%s}"
                .formatted(zone, after.isEmpty() ? "" : ",\"after\":" + after));
    }

    /** The next message of that kind, whatever comes before it. */
    JsonNode next(String type) {
        return next(message -> message.get("type").asText().equals(type));
    }

    JsonNode next(Predicate<JsonNode> wished) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (heard) {
            while (true) {
                while (heard.read < heard.messages.size()) {
                    JsonNode message = heard.messages.get(heard.read++);
                    if (wished.test(message)) {
                        return message;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || heard.closed.isDone()) {
                    throw new AssertionError(
                            "Not heard; close code " + heard.closed.getNow(0) + ", all was: " + heard.messages);
                }
                await(left);
            }
        }
    }

    private void await(long millis) {
        try {
            heard.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** All that was heard so far. */
    List<JsonNode> all() {
        synchronized (heard) {
            return List.copyOf(heard.messages);
        }
    }

    /** The code with which the server closes the connection. */
    int closeCode() {
        return heard.closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !heard.closed.isDone();
    }

    WebSocket socket() {
        return socket;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Heard implements WebSocket.Listener {
        private final List<JsonNode> messages = new ArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private int read;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private synchronized void take(String message) {
            try {
                messages.add(MAPPER.readTree(message));
            } catch (JsonProcessingException e) {
                closed.completeExceptionally(e);
            }
            PushSchemas.check(message);
            notifyAll();
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            notifyAll();
            return null;
        }

        @Override
        public synchronized void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
            notifyAll();
        }
    }
}

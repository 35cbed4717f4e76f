package energy.optibid.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long prices take from their import to clients, all on one machine with one clock. Counted from the moment at which the
 * event was written in the import's transaction, shortly before its commit, which the message tells. Uses nothing but the
 * JDK: {@code java PushLoad.java base email password clients imports}.
 */
public final class PushLoad {
    private static final Pattern AT = Pattern.compile("\"type\":\"price\".*?\"at\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();

    private PushLoad(URI base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        PushLoad load = new PushLoad(URI.create(arguments[0]));
        int clients = Integer.parseInt(arguments[3]);
        int imports = Integer.parseInt(arguments[4]);
        String token = load.logIn(arguments[1], arguments[2]);
        for (int i = 0; i < clients; i++) {
            load.connect(token);
        }
        load.run(token, clients, WARM_UP);
        load.micros.clear();
        load.run(token, clients, imports);
        load.report(clients);
    }

    private String logIn(String email, String password) throws Exception {
        String json = "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
        String answer = post("/api/v1/auth/login", "application/json", json, "");
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException(answer);
        }
        return token.group(1);
    }

    private void connect(String token) {
        http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create("ws" + base.toString().substring(4) + "/ws/prices"), new Client())
                .join()
                .sendText("{\"type\":\"subscribe\",\"product\":\"SDAC\",\"zones\":[\"FI\"]}", true)
                .join();
    }

    /** One import after the other, each when all clients have had the one before. */
    private void run(String token, int clients, int imports) throws Exception {
        LocalDate day = LocalDate.parse("2024-01-01");
        for (int number = 1; number <= imports; number++) {
            StringBuilder csv = new StringBuilder("start;price\n");
            for (int hour = 0; hour < 24; hour++) {
                csv.append("%sT%02d:00:00Z;%d.%02d%n".formatted(day, hour, number, System.nanoTime() % 100));
            }
            String path =
                    "/api/v1/market-data/imports?product=SDAC&zone=FI&time=start&price=price&delimiter=%3B&timeZone=UTC";
            int before = micros.size();
            post(path, "text/csv", csv.toString(), token);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (micros.size() < before + clients && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            if (micros.size() < before + clients) {
                throw new IllegalStateException(
                        "Only " + (micros.size() - before) + " clients heard of import " + number);
            }
        }
    }

    private String post(String path, String type, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private void report(int clients) {
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("%d clients, %d messages%n", clients, sorted.length);
        for (int percent : new int[] {50, 95, 99, 100}) {
            long value = sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
            System.out.printf("%3d %% within %.1f ms%n", percent, value / 1000.0);
        }
    }

    private final class Client implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                Matcher at = AT.matcher(text);
                if (at.find()) {
                    micros.add(Duration.between(Instant.parse(at.group(1)), Instant.now())
                                    .toNanos()
                            / 1000);
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(data);
        }
    }
}

package energy.optibid.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * How long log-ins take at a given rate, counted from the moment at which each was due, so that a server that falls
 * behind cannot hide it. Uses nothing but the JDK: {@code java LogInLoad.java base email password perSecond seconds}.
 */
public final class LogInLoad {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final HttpRequest request;

    private LogInLoad(URI base, String email, String password) {
        request = HttpRequest.newBuilder(base.resolve("/api/v1/auth/login"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}"))
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        LogInLoad load = new LogInLoad(URI.create(arguments[0]), arguments[1], arguments[2]);
        int perSecond = Integer.parseInt(arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);
        load.run(perSecond, 20);
        load.nanos.clear();
        load.answers.clear();
        load.run(perSecond, seconds);
        load.report(perSecond, seconds);
    }

    private void run(int perSecond, int seconds) throws Exception {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        List<CompletableFuture<Void>> done = IntStream.range(0, perSecond * seconds)
                .mapToObj(i -> new CompletableFuture<Void>())
                .toList();
        for (int i = 0; i < done.size(); i++) {
            CompletableFuture<Void> one = done.get(i);
            long start = System.nanoTime() + i * period;
            ScheduledFuture<?> unused = clock.schedule(() -> logIn(start, one), i * period, TimeUnit.NANOSECONDS);
        }
        CompletableFuture.allOf(done.toArray(CompletableFuture<?>[]::new)).get();
        clock.shutdown();
    }

    private void logIn(long due, CompletableFuture<Void> done) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        var unused = answer.handle((response, failure) -> {
            nanos.add(System.nanoTime() - due);
            int status = response == null ? 0 : response.statusCode();
            answers.computeIfAbsent(status, any -> new LongAdder()).increment();
            return done.complete(null);
        });
    }

    private void report(int perSecond, int seconds) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d log-ins a second for %d s: answers by status %s%n", perSecond, seconds, new TreeMap<>(answers));
        for (int percent : new int[] {50, 95, 99, 100}) {
            long value = sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
            System.out.printf("%3d %% within %d ms%n", percent, TimeUnit.NANOSECONDS.toMillis(value));
        }
    }
}

package energy.optibid.it;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads that are due at a fixed rate, sent over so many connections at the most. The time of each counts from the moment at
 * which it was due, so that a server that falls behind cannot hide it: what cannot be sent yet waits here. A connection for each
 * read that waits would be a load of another kind, which no browser and no proxy makes.
 */
final class ReadLoad implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 32;
    private static final int AT_ONCE = 4;

    /** Requests a second, unless another rate is asked for. */
    static final int RATE = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<HttpRequest> mix;
    private final long periodNanos;
    private final long startNanos = System.nanoTime();
    private final AtomicLong next = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private List<Outcome> outcomes = new ArrayList<>();

    private ReadLoad(List<HttpRequest> mix, int perSecond) {
        this.mix = mix;
        this.periodNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Sends one of the paths after the other, as one user, until it is closed. */
    static ReadLoad start(Api user, List<String> paths) {
        return start(paths.stream().map(user::request).toList(), RATE);
    }

    /** Sends one of the requests after the other, as reads. */
    static ReadLoad start(List<HttpRequest.Builder> reads, int perSecond) {
        List<HttpRequest> mix =
                reads.stream().map(read -> read.timeout(TIMEOUT).GET().build()).toList();
        ReadLoad load = new ReadLoad(mix, perSecond);
        for (int i = 0; i < CONNECTIONS; i++) {
            load.senders.execute(load::send);
        }
        return load;
    }

    private void send() {
        while (!ended.get()) {
            long number = next.getAndIncrement();
            long due = startNanos + number * periodNanos;
            while (System.nanoTime() < due && !ended.get()) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            HttpRequest request = mix.get((int) (number % mix.size()));
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                add(Outcome.of(request, answer, System.nanoTime() - due));
            } catch (IOException e) {
                add(Outcome.failed(request, e, System.nanoTime() - due));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** What was answered since the last time that this was asked. */
    synchronized List<Outcome> take() {
        List<Outcome> taken = outcomes;
        outcomes = new ArrayList<>();
        return taken;
    }

    /**
     * Sends the same reads as fast as they are answered, a few at a time: a node that has just started is slow until its code
     * is compiled, and reads at a rate that it cannot answer yet would only pile up.
     *
     * @return how many it answered in the last second
     */
    static long warmUp(Api user, List<String> paths, Duration time) {
        return warmUpBy(user, paths.stream().map(user::request).toList(), time);
    }

    /** The same with requests. */
    static long warmUpBy(Api user, List<HttpRequest.Builder> reads, Duration time) {
        AtomicLong answered = new AtomicLong();
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            int first = i;
            senders.execute(() -> {
                for (int next = first; !ended.get(); next++) {
                    user.send(reads.get(next % reads.size()).copy().GET());
                    answered.incrementAndGet();
                }
            });
        }
        LockSupport.parkNanos(time.minusSeconds(1).toNanos());
        long before = answered.get();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        long lastSecond = answered.get() - before;
        ended.set(true);
        senders.shutdown();
        return lastSecond;
    }

    /** Waits for a second in which 95 % were answered within that time, and forgets everything up to its end. */
    void awaitCalm(Duration quick, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean calm = false;
        while (!calm && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            List<Outcome> second = take();
            long slow = second.stream()
                    .filter(read -> read.status() != 200 || read.nanos() > quick.toNanos())
                    .count();
            calm = second.size() > RATE / 2 && slow * 20 <= second.size();
        }
    }

    @Override
    public void close() {
        ended.set(true);
        senders.shutdownNow();
    }

    /**
     * One read.
     *
     * @param status 0 where no answer came
     * @param text the answer, or why there is none
     */
    record Outcome(String path, int status, String text, long nanos) {

        private static Outcome of(HttpRequest request, HttpResponse<String> answer, long nanos) {
            return new Outcome(request.uri().getPath(), answer.statusCode(), answer.body(), nanos);
        }

        private static Outcome failed(HttpRequest request, Throwable failure, long nanos) {
            return new Outcome(request.uri().getPath(), 0, failure.toString(), nanos);
        }
    }
}

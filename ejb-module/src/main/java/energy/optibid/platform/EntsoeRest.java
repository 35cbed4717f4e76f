package energy.optibid.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Requests to the ENTSO-E Transparency Platform: as many a minute as are configured and no more, tried again where the
 * platform or the network failed. Once it has shut us out it is left alone for as long as it asks.
 */
public final class EntsoeRest {
    private static final String CALL = "the request";
    private static final int TRIES = 3;
    private static final long LONGEST_ANSWER = 64L << 20;
    private static final int LOOKED_AT = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SHUT_OUT = Duration.ofMinutes(10);
    private static final long LONGEST_SHUT_OUT_SECONDS = 3_600;

    private final EntsoeSettings settings;
    private final AtomicReference<HttpClient> client = new AtomicReference<>();
    private final long gapNanos;
    private long nextAt = System.nanoTime();
    private long shutOutUntil = nextAt;

    public EntsoeRest(EntsoeSettings settings) {
        this.settings = settings;
        this.gapNanos = Duration.ofMinutes(1).toNanos() / settings.requestsPerMinute();
    }

    /** What it was made with. */
    public EntsoeSettings settings() {
        return settings;
    }

    /**
     * The document that the platform answers with; also the acknowledgement by which it says that there is no data, or what
     * is wrong with the request.
     *
     * @param query names and values of the request's parameters, all but the token
     * @throws EntsoeFailedException where there was none after three tries
     */
    public byte[] document(Map<String, String> query) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return ask(query, settings.timeout());
            } catch (PassingException e) {
                sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
                pause = pause.multipliedBy(2);
            }
        }
        return ask(query, settings.timeout());
    }

    /**
     * The same in one try.
     *
     * @throws EntsoeFailedException where there was none
     */
    public byte[] ask(Map<String, String> query, Duration timeout) {
        awaitTurn();
        String encoded = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(settings.uri() + "?securityToken=" + encoded(settings.token()) + "&" + encoded))
                .header("Accept", "application/xml")
                .build();
        try {
            return document(HttpCall.send(client(), request, CALL, timeout, LONGEST_ANSWER));
        } catch (HttpCallException e) {
            throw new PassingException(String.valueOf(e.getMessage()));
        }
    }

    /** Drops the connections that are open. */
    public void reset() {
        client.set(null);
    }

    /** It may be otherwise in a moment. */
    private static final class PassingException extends EntsoeFailedException {
        private static final long serialVersionUID = 1L;

        PassingException(String message) {
            super(message);
        }
    }

    private byte[] document(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new EntsoeFailedException("it does not let us in (" + status + "): check optibid.entsoe.token");
        }
        if (status == 429) {
            throw shutOut(answer);
        }
        if (status >= 500 || status == 408) {
            throw new PassingException("it answered " + status);
        }
        if (!isDocument(answer.body())) {
            throw new EntsoeFailedException(
                    "what answers is not the Transparency Platform: " + status + " without a document");
        }
        return answer.body();
    }

    /** A refused request has an answer too, an acknowledgement with the reason. */
    private static boolean isDocument(byte[] body) {
        return new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8)
                .contains("_MarketDocument");
    }

    private synchronized EntsoeFailedException shutOut(HttpResponse<byte[]> answer) {
        long seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(asked -> Math.min(asked, LONGEST_SHUT_OUT_SECONDS))
                .orElse(SHUT_OUT.toSeconds());
        shutOutUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return shutOut(seconds);
    }

    private static EntsoeFailedException shutOut(long seconds) {
        return new EntsoeFailedException("too many requests for this token or address; it is asked again in " + seconds
                + " s. Look who else uses them, or lower optibid.entsoe.requests-per-minute");
    }

    /** Requests of all threads are spread over the minute. */
    private void awaitTurn() {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            long shutOut = shutOutUntil - now;
            if (shutOut > 0) {
                throw shutOut(TimeUnit.NANOSECONDS.toSeconds(shutOut) + 1);
            }
            wait = Math.max(0, nextAt - now);
            nextAt = now + wait + gapNanos;
        }
        sleep(Duration.ofNanos(wait));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntsoeFailedException(CALL + " was interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpClient client() {
        return client.updateAndGet(made -> made != null ? made : newClient());
    }

    private HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
